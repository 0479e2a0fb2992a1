import * as z from "zod";
import { dayOrInstant, instant, oneToFive, rowBase, rowId } from "./row";

/** The way through: `saved` and `applied` come first for oneself, `applied` for a candidate. */
export const stage = z.enum([
  "saved",
  "applied",
  "screening",
  "shortlisted",
  "assessment",
  "interview",
  "offer",
  "hired",
  "rejected",
  "withdrawn",
]);

/** One judge's card. The overall mark is the mean of what is filled in. */
const scorecard = z.looseObject({
  technicalSkills: oneToFive.optional(),
  softSkills: oneToFive.optional(),
  cultureFit: oneToFive.optional(),
  experience: oneToFive.optional(),
  communication: oneToFive.optional(),
  comment: z.string().optional(),
  authorName: z.string().optional(),
  at: instant.optional(),
});

/** A candidate at one's job, or oneself at somebody's. */
export const application = z.looseObject({
  ...rowBase,
  jobId: rowId,
  /** `received`: a candidate at one's own job. `sent`: oneself at a job. */
  direction: z.enum(["received", "sent"]).optional(),
  candidateId: rowId.optional(),
  personId: rowId.optional(),
  stage: stage.optional(),
  stageChangedAt: instant.optional(),
  /** By id of the move. */
  history: z
    .record(
      z.string(),
      z.looseObject({
        from: stage.optional(),
        to: stage,
        at: instant,
        by: z.string().optional(),
        reason: z.string().optional(),
      }),
    )
    .optional(),
  appliedAt: dayOrInstant.optional(),
  coverLetter: z.string().optional(),
  /** The CV sent with it. */
  documentId: rowId.optional(),
  /** Applied with the LinkedIn profile in place of a CV. */
  useLinkedInProfile: z.boolean().optional(),
  url: z.string().optional(),
  source: z.string().optional(),
  /** Pay talked about so far, in words. */
  compensation: z.string().optional(),
  rejectionReason: z.string().optional(),
  notes: z.string().optional(),
  /** Notes of the team, by id of the note. */
  teamNotes: z
    .record(
      z.string(),
      z.looseObject({
        authorId: z.string().optional(),
        authorName: z.string().optional(),
        text: z.string(),
        at: instant,
      }),
    )
    .optional(),
  rating: oneToFive.optional(),
  /** Lower case. */
  tags: z.array(z.string()).optional(),
  /** Account id of the judge → their card. */
  scorecards: z.record(z.string(), scorecard).optional(),
});

export type Application = z.infer<typeof application>;
