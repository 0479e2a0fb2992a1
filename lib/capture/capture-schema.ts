import * as z from "zod";
import { certification, education, experience, language, skill } from "@/lib/model/career";
import { sections } from "@/lib/model/passport";
import { instant } from "@/lib/model/row";
import { salary } from "@/lib/model/work";

/** Longer than anything a page shows in one field; a page that says more is not one we know. */
const text = z.string().max(60_000);
const list = <T extends z.ZodType>(entry: T) => z.array(entry).max(2000);

/** A list that somebody scrolled to its end may hold every connection LinkedIn allows. */
const MOST_ROWS = 40_000;

const personRecord = z.strictObject({
  fullName: text.min(1).optional(),
  headline: text.optional(),
  location: text.optional(),
  publicId: text.optional(),
  memberUrn: text.optional(),
  degree: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  company: text.optional(),
  position: text.optional(),
  school: text.optional(),
  about: text.optional(),
  photoUrl: text.startsWith("https://").optional(),
  followers: text.optional(),
  connections: text.optional(),
  openToWork: z.boolean().optional(),
  experience: list(experience).optional(),
  education: list(education).optional(),
  skills: list(skill).optional(),
  languages: list(language).optional(),
  certifications: list(certification).optional(),
  profileUrl: text.optional(),
  connectedAt: z.iso.date().optional(),
});

const jobRecord = z.strictObject({
  externalId: text.optional(),
  title: text.min(1).optional(),
  companyName: text.optional(),
  companyUrl: text.optional(),
  companyId: text.optional(),
  location: text.optional(),
  workplace: text.optional(),
  employmentType: text.optional(),
  seniority: text.optional(),
  salary: salary.extend({ text }).optional(),
  description: text.optional(),
  postedAt: text.optional(),
  postedText: text.optional(),
  applicantsText: text.optional(),
  skills: list(skill).optional(),
  url: text.optional(),
});

const record = z.union([personRecord, jobRecord]);

/** What comes out of a page is checked before it is believed: the page could have been made to look like one. */
export const captureSchema = z.strictObject({
  kind: z
    .enum([
      "profile",
      "job",
      "connections",
      "people-search",
      "company",
      "company-people",
      "job-search",
      "thread",
      "invitations",
    ])
    .nullable(),
  family: z.enum(["sdui", "ember", "guest"]).nullable(),
  url: text,
  capturedAt: instant,
  record: record.optional(),
  records: z.array(record).max(MOST_ROWS).optional(),
  total: text.optional(),
  sections,
  problems: z
    .array(
      z.strictObject({
        code: z.enum([
          "not-linkedin",
          "sign-in-wall",
          "not-found",
          "still-loading",
          "not-a-profile",
          "identity-mismatch",
          "job-mismatch",
          "cut-off",
          "unsupported-page",
          "no-rows",
          "row-nameless",
          "row-unreadable",
          "unreadable",
        ]),
        detail: text.optional(),
        row: z.int().positive().optional(),
      }),
    )
    .max(MOST_ROWS),
  unparsed: list(z.strictObject({ section: text, lines: list(text) })),
});
