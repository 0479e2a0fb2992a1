import * as z from "zod";
import { address } from "./address";
import { passport, sections } from "./passport";
import { instant, rowBase } from "./row";
import { contractType, workplaceType } from "./work";

/** A firm one knows, recruits for or would work at. */
export const company = z.looseObject({
  ...rowBase,
  name: z.string().min(1),
  /**
   * What people and jobs name it by: `id:1234`, `slug:acme`, `name:acme`. A renamed company keeps what it
   * was called, and one that took another in has the other's too, so every link stays.
   */
  keys: z.array(z.string()).optional(),
  /** Erased by a person, not taken back with an import: no link makes it again. */
  isErased: z.boolean().optional(),
  legalName: z.string().optional(),
  /** French establishment number, 14 digits. */
  siret: z.string().optional(),
  industry: z.string().optional(),
  size: z.enum(["startup", "sme", "midCap", "largeGroup"]).optional(),
  /** As shown: "51-200 employees". */
  employees: z.string().optional(),
  website: z.string().optional(),
  linkedInUrl: z.string().optional(),
  /** LinkedIn's number of the company. */
  externalId: z.string().optional(),
  logoUrl: z.string().optional(),
  /** The line under the name. */
  tagline: z.string().optional(),
  description: z.string().optional(),
  /** As shown: "Privately Held". */
  organizationType: z.string().optional(),
  phone: z.string().optional(),
  specialties: z.array(z.string()).optional(),
  foundedYear: z.number().int().optional(),
  headquarters: z.string().optional(),
  address: address.optional(),
  followers: z.string().optional(),

  /** What the firm likes in candidates; the matching reads it as soft criteria. */
  preferences: z
    .looseObject({
      skills: z.array(z.string()).optional(),
      industries: z.array(z.string()).optional(),
      contractTypes: z.array(contractType).optional(),
      workplaceType: workplaceType.optional(),
      notes: z.string().optional(),
    })
    .optional(),

  status: z.enum(["prospect", "client", "formerClient", "partner", "watched"]).optional(),
  tags: z.array(z.string()).optional(),
  notes: z.string().optional(),
  capturedAt: instant.optional(),
  sections: sections.optional(),
  passport: passport.optional(),
});

export type Company = z.infer<typeof company>;
