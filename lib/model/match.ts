import * as z from "zod";
import { evidence } from "./evidence";
import { instant, percent, rowBase, rowId } from "./row";

/** One argument, with the words it rests on. */
const argument = z.looseObject({
  /** The criterion it comes from, one file each in lib/recruiting/matching/criteria. */
  criterion: z.string(),
  text: z.string().optional(),
  /** What it added to, or took from, the total. */
  points: z.number().optional(),
  evidence: z.array(evidence).optional(),
});

/** How well a candidate fits a job. One row for each pair that was looked at. */
export const match = z.looseObject({
  ...rowBase,
  candidateId: rowId,
  jobId: rowId,
  total: percent.optional(),
  semantic: percent.optional(),
  rules: percent.optional(),
  learned: percent.optional(),
  strengths: z.array(argument).optional(),
  weaknesses: z.array(argument).optional(),
  risks: z.array(argument).optional(),
  opportunities: z.array(argument).optional(),
  /** What would raise the score. */
  suggestions: z.array(z.string()).optional(),
  computedAt: instant.optional(),
  /** Version of the criteria and their weights, so that a score can be repeated. */
  version: z.string().optional(),
  status: z
    .enum(["new", "viewed", "contacted", "proposed", "interview", "accepted", "rejected"])
    .optional(),
  /** The person who decided. A score alone never rejects. */
  decidedBy: z.string().optional(),
  notes: z.string().optional(),
});

export type Match = z.infer<typeof match>;
