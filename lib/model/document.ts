import * as z from "zod";
import { certification, education, experience, language, skill } from "./career";
import { instant, rowBase, rowId } from "./row";

/** What was read out of a CV, before anyone confirmed it. */
const parsed = z.looseObject({
  fullName: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  headline: z.string().optional(),
  location: z.string().optional(),
  about: z.string().optional(),
  experience: z.array(experience).optional(),
  education: z.array(education).optional(),
  skills: z.array(skill).optional(),
  languages: z.array(language).optional(),
  certifications: z.array(certification).optional(),
});

/** A file about a person: a CV, a letter, a certificate. The bytes stay on the device that has them. */
export const document = z.looseObject({
  ...rowBase,
  name: z.string().min(1),
  personId: rowId.optional(),
  candidateId: rowId.optional(),
  applicationId: rowId.optional(),
  kind: z
    .enum(["cv", "coverLetter", "certificate", "portfolio", "reference", "contract", "other"])
    .optional(),
  mimeType: z.string().optional(),
  bytes: z.number().int().nonnegative().optional(),
  /** Hexadecimal, so that the same file twice is seen. */
  sha256: z.string().optional(),
  content: z.instanceof(Blob).optional(),
  /** Where it lies when it is not on the device. */
  url: z.string().optional(),
  pages: z.number().int().positive().optional(),
  /** BCP 47 tag. */
  language: z.string().optional(),
  /** Plain text in reading order. */
  text: z.string().optional(),
  parsed: parsed.optional(),
  parsedAt: instant.optional(),
  /** The reader, or the AI model, that did it. */
  parsedBy: z.string().optional(),
  /** Path in `parsed` → how sure, 0 to 1. */
  confidence: z.record(z.string(), z.number().min(0).max(1)).optional(),
});

export type Document = z.infer<typeof document>;
