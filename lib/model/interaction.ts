import * as z from "zod";
import { channel } from "./channel";
import { instant, rowBase, rowId } from "./row";

/** One thing that happened with a person. Written once; the history is the list of them. */
export const interaction = z.looseObject({
  ...rowBase,
  personId: rowId,
  type: z.enum([
    "message",
    "email",
    "call",
    "sms",
    "meeting",
    "interview",
    "test",
    "note",
    "connectionRequest",
    "connectionAccepted",
    "reaction",
    "comment",
    "profileView",
  ]),
  /** When it happened, which may be long before the row was made. */
  at: instant,
  /** As a page said it, where that is all there is: "2 weeks ago". */
  atText: z.string().optional(),
  direction: z.enum(["sent", "received"]).optional(),
  channel: channel.optional(),
  subject: z.string().optional(),
  content: z.string().optional(),
  durationMinutes: z.number().nonnegative().optional(),
  place: z.string().optional(),
  /** What came of it. */
  result: z.string().optional(),
  sentiment: z.enum(["positive", "neutral", "negative"]).optional(),
  sentimentBy: z.enum(["user", "ai"]).optional(),
  messageId: rowId.optional(),
  jobId: rowId.optional(),
  applicationId: rowId.optional(),
  interviewId: rowId.optional(),
  /** The mail, event or message this was read from, so that a second import adds nothing. */
  externalId: z.string().optional(),
});

export type Interaction = z.infer<typeof interaction>;
