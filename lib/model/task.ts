import * as z from "zod";
import { channel } from "./channel";
import { instant, rowBase, rowId } from "./row";

/** Why somebody is due by themselves; one file each in lib/messaging/due. */
const dueRule = z.enum([
  "answer",
  "thank",
  "birthday",
  "jobChange",
  "toApply",
  "application",
  "followUp",
  "keepInTouch",
]);

/** One due action that a person does, from the Send Desk. */
export const task = z.looseObject({
  ...rowBase,
  title: z.string().min(1),
  kind: z
    .enum([
      "message",
      "connectionRequest",
      "email",
      "call",
      "comment",
      "post",
      "visit",
      "followUp",
      "interview",
      "review",
      "answer",
      "congratulate",
      "apply",
      "thank",
      "other",
    ])
    .optional(),
  /** The rule that found it due; absent where a person or a campaign set it. */
  rule: dueRule.optional(),
  channel: channel.optional(),
  personId: rowId.optional(),
  messageId: rowId.optional(),
  templateId: rowId.optional(),
  campaignId: rowId.optional(),
  enrolmentId: rowId.optional(),
  /** Key of the campaign's step. */
  stepId: z.string().optional(),
  automationId: rowId.optional(),
  opportunityId: rowId.optional(),
  jobId: rowId.optional(),
  applicationId: rowId.optional(),
  notes: z.string().optional(),
  dueAt: instant.optional(),
  /** IANA name of the zone the due time was picked in. */
  timezone: z.string().optional(),
  priority: z.enum(["high", "medium", "low"]).optional(),
  status: z.enum(["open", "done", "skipped", "snoozed", "failed"]).optional(),
  snoozedUntil: instant.optional(),
  doneAt: instant.optional(),
  result: z.string().optional(),
  /** Account id of the colleague who is to do it. */
  assigneeId: z.string().optional(),
});

export type Task = z.infer<typeof task>;
