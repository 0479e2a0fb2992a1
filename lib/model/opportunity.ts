import * as z from "zod";
import { dayOrInstant, instant, percent, rowBase, rowId } from "./row";
import { evidence } from "./evidence";

/** The signals that make a person worth contacting now; one file each in lib/opportunities/signals. */
const signal = z.enum([
  "industryMatch",
  "positionMatch",
  "locationMatch",
  "skillMatch",
  "mutualConnections",
  "jobChange",
  "promotion",
  "anniversary",
  "birthday",
  "recentActivity",
  "overdue",
  "unanswered",
  "newConnection",
  "hiring",
  "openToWork",
  "formerColleague",
  "sameSchool",
  "targetCompany",
  "referral",
  "manual",
]);

/** A person worth contacting now, and why. The score is the sum of its factors' points. */
export const opportunity = z.looseObject({
  ...rowBase,
  personId: rowId,
  score: percent.optional(),
  factors: z
    .array(
      z.looseObject({
        type: signal,
        /** In words, in the user's language at the time; the screen prefers its own sentence for `type`. */
        description: z.string().optional(),
        weight: z.number(),
        /** What it added to the score. */
        points: z.number().optional(),
        evidence: z.array(evidence).optional(),
      }),
    )
    .optional(),
  /** The signal that brought it up. */
  source: signal.optional(),
  detectedAt: instant.optional(),
  lastActivityAt: dayOrInstant.optional(),
  status: z.enum(["new", "viewed", "contacted", "connected", "ignored", "snoozed"]).optional(),
  snoozedUntil: instant.optional(),
  tags: z.array(z.string()).optional(),
  notes: z.string().optional(),
  /** What was done about it, by id of the action. */
  actions: z
    .record(
      z.string(),
      z.looseObject({
        type: z.enum([
          "viewProfile",
          "sendMessage",
          "connect",
          "email",
          "call",
          "comment",
          "snooze",
          "ignore",
        ]),
        at: instant,
        result: z.string().optional(),
      }),
    )
    .optional(),
});

export type Opportunity = z.infer<typeof opportunity>;
