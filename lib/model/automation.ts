import * as z from "zod";
import { audience } from "./audience";
import { day, instant, rowBase, rowId, timeOfDay } from "./row";

/** A rule with a schedule. On LinkedIn it makes tasks for a person; by mail it may send. */
export const automation = z.looseObject({
  ...rowBase,
  name: z.string().min(1),
  description: z.string().optional(),
  type: z.enum(["messages", "connections", "engagement", "content", "monitoring"]).optional(),
  status: z.enum(["draft", "active", "paused", "scheduled", "ended"]).optional(),
  target: z
    .looseObject({
      type: z.enum([
        "newConnections",
        "allNetwork",
        "specificList",
        "tag",
        "campaign",
        "company",
        "candidates",
        "self",
      ]),
      /** The list, tag, campaign or company meant by `type`. */
      value: z.string().optional(),
      filters: audience.optional(),
    })
    .optional(),
  /** Text of the message or the post, with variables; a template takes its place when named. */
  content: z.string().optional(),
  templateId: rowId.optional(),
  schedule: z
    .looseObject({
      frequency: z.enum(["once", "daily", "weekly", "biweekly", "monthly", "custom"]),
      /** 0 Sunday to 6 Saturday. */
      days: z.array(z.number().int().min(0).max(6)).optional(),
      time: timeOfDay.optional(),
      /** IANA name of the zone `time` is in. */
      timezone: z.string().optional(),
      startDate: day.optional(),
      endDate: day.optional(),
      /** Most actions of one run. */
      maxActions: z.number().int().positive().optional(),
    })
    .optional(),
  lastRunAt: instant.optional(),
  nextRunAt: instant.optional(),
  totalRuns: z.number().int().nonnegative().optional(),
  successCount: z.number().int().nonnegative().optional(),
  failureCount: z.number().int().nonnegative().optional(),
  lastResult: z
    .looseObject({
      at: instant,
      succeeded: z.number().int().nonnegative().optional(),
      failed: z.number().int().nonnegative().optional(),
      /** Why the failed ones failed, in codes the screen has sentences for. */
      reasons: z.array(z.string()).optional(),
    })
    .optional(),
});

export type Automation = z.infer<typeof automation>;
