import * as z from "zod";
import { channel, messageForm } from "./channel";
import { day, instant, rowBase, rowId } from "./row";

/** A draft, or a message sent or received, on any channel. */
export const message = z.looseObject({
  ...rowBase,
  personId: rowId,
  direction: z.enum(["sent", "received"]).optional(),
  channel: channel.optional(),
  form: messageForm.optional(),
  subject: z.string().optional(),
  content: z.string().optional(),
  format: z.enum(["text", "html"]).optional(),
  /** BCP 47 tag of the language it is written in. */
  language: z.string().optional(),
  status: z.enum(["draft", "scheduled", "sent", "delivered", "read", "failed"]).optional(),
  scheduledFor: instant.optional(),
  sentAt: instant.optional(),
  /** The day, where the source shows no time. */
  sentOn: day.optional(),
  deliveredAt: instant.optional(),
  readAt: instant.optional(),
  failureReason: z.string().optional(),
  /** It came back: for good, or for now. */
  bounce: z.enum(["hard", "soft"]).optional(),
  /** The mail address it went to or came from. */
  address: z.string().optional(),
  /** Whether the mail ends with the line about writing no more, where that was chosen by hand. */
  farewell: z.boolean().optional(),
  /** Where the recipient is, as an IANA name, when it waits for a moment of theirs. */
  zone: z.string().optional(),
  /** A machine wrote it (an out-of-office note): it is no answer. */
  automatic: z.boolean().optional(),

  templateId: rowId.optional(),
  campaignId: rowId.optional(),
  enrolmentId: rowId.optional(),
  automationId: rowId.optional(),
  taskId: rowId.optional(),
  opportunityId: rowId.optional(),
  applicationId: rowId.optional(),
  jobId: rowId.optional(),

  /** Whether it was answered; the answer itself stands beside it, or in a row of its own. */
  replied: z.boolean().optional(),
  replyContent: z.string().optional(),
  repliedAt: instant.optional(),
  replyMessageId: rowId.optional(),

  /** The conversation it belongs to, under the channel's own name for it. */
  threadId: z.string().optional(),
  /** The channel's id of this message, so that a second import adds nothing. */
  externalId: z.string().optional(),
  /** Message-IDs of the mails before it in its conversation, the oldest first. */
  references: z.array(z.string()).optional(),
});

export type Message = z.infer<typeof message>;
