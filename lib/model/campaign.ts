import * as z from "zod";
import { audience } from "./audience";
import { channel } from "./channel";
import { day, rowBase, rowId, timeOfDay } from "./row";

/** One act of a sequence. `pos` is a fractional index: steps sort by it, then by their key. */
const step = z.looseObject({
  pos: z.string(),
  kind: z.enum(["message", "connectionRequest", "email", "call", "comment", "visit", "other"]),
  channel: channel.optional(),
  templateId: rowId.optional(),
  /** A second text; people are split between the two by a hash of their id. */
  variantTemplateId: rowId.optional(),
  /** Days after the step before it, or after enrolment for the first. */
  delayDays: z.number().nonnegative().optional(),
  condition: z.enum(["always", "notReplied", "connected", "notConnected"]).optional(),
  instructions: z.string().optional(),
});

/** A sequence and the audience it is for. Its figures are counted from enrolments and messages. */
export const campaign = z.looseObject({
  ...rowBase,
  name: z.string().min(1),
  description: z.string().optional(),
  goal: z.string().optional(),
  audience: audience.optional(),
  /** The text of a campaign of one step; a longer one names a template per step. */
  templateId: rowId.optional(),
  /** By id of the step. */
  steps: z.record(z.string(), step).optional(),
  status: z.enum(["draft", "active", "paused", "completed", "archived"]).optional(),
  startDate: day.optional(),
  endDate: day.optional(),
  /** Most tasks it may make fall due in one day. */
  dailyLimit: z.number().int().positive().optional(),
  /** 0 Sunday to 6 Saturday, with local times in `timezone`. */
  sendDays: z.array(z.number().int().min(0).max(6)).optional(),
  sendFrom: timeOfDay.optional(),
  sendUntil: timeOfDay.optional(),
  /** IANA name. */
  timezone: z.string().optional(),
  stopOnReply: z.boolean().optional(),
  jobId: rowId.optional(),
  tags: z.array(z.string()).optional(),
});

export type Campaign = z.infer<typeof campaign>;
