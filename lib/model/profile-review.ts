import * as z from "zod";
import { instant, percent, rowBase, rowId } from "./row";

/** The parts of a profile a suggestion can be about; the checks live in lib/profile/checks. */
const profilePart = z.enum([
  "headline",
  "summary",
  "experience",
  "education",
  "skills",
  "languages",
  "certifications",
  "recommendations",
  "photo",
  "banner",
  "location",
  "address",
  "contact",
  "activity",
  "other",
]);

/** One look at one's own profile: its score, and what would raise it. */
export const profileReview = z.looseObject({
  ...rowBase,
  personId: rowId.optional(),
  at: instant,
  score: percent.optional(),
  /** Points got and possible per check, by the check's name. */
  checks: z
    .record(z.string(), z.looseObject({ points: z.number(), possible: z.number() }))
    .optional(),
  /** By id of the suggestion. */
  suggestions: z
    .record(
      z.string(),
      z.looseObject({
        category: profilePart,
        currentContent: z.string().optional(),
        suggestedContent: z.string().optional(),
        reason: z.string().optional(),
        /** Points the score would gain. */
        impact: z.number().optional(),
        status: z.enum(["pending", "applied", "rejected"]).optional(),
        createdAt: instant.optional(),
        appliedAt: instant.optional(),
      }),
    )
    .optional(),
});

export type ProfileReview = z.infer<typeof profileReview>;
