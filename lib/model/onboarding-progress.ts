import * as z from "zod";
import { instant, rowBase } from "./row";

/** How far the user is in getting started. One row, made alike on every device. */
export const onboardingProgress = z.looseObject({
  ...rowBase,
  flow: z.string().optional(),
  /** The flow's version when it was begun; a later one keeps the answers. */
  flowVersion: z.number().int().positive().optional(),
  status: z.enum(["notStarted", "inProgress", "completed", "dismissed"]).optional(),
  step: z.string().optional(),
  /** What brings the user here; decides which steps are shown. */
  goals: z.array(z.enum(["network", "findJob", "recruit", "sell", "learn"])).optional(),
  /** Step → what became of it. */
  steps: z
    .record(
      z.string(),
      z.looseObject({
        status: z.enum(["shown", "done", "skipped"]),
        at: instant,
        /** Seconds spent on it. */
        seconds: z.number().nonnegative().optional(),
      }),
    )
    .optional(),
  /** Question → answer. */
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** Experiment → the arm this user is in, drawn once. */
  arms: z.record(z.string(), z.string()).optional(),
  /** Tip → when it was put away. */
  dismissedTips: z.record(z.string(), instant).optional(),
  satisfaction: z.number().int().min(1).max(5).optional(),
  startedAt: instant.optional(),
  completedAt: instant.optional(),
});

export type OnboardingProgress = z.infer<typeof onboardingProgress>;

/** There is one row, and every device makes the same one. */
export const ONBOARDING_ID = "00000000-0000-8000-8000-000000000002";
