import * as z from "zod";
import { instant, oneToFive, rowBase, rowId } from "./row";

/** A meeting of a candidate with those who choose, or one's own. */
export const interview = z.looseObject({
  ...rowBase,
  applicationId: rowId,
  title: z.string().optional(),
  description: z.string().optional(),
  startsAt: instant.optional(),
  durationMinutes: z.number().int().positive().optional(),
  /** IANA name of the zone it was picked in. */
  timezone: z.string().optional(),
  status: z.enum(["scheduled", "confirmed", "completed", "cancelled", "noShow"]).optional(),
  kind: z.enum(["phone", "video", "onSite"]).optional(),
  place: z.string().optional(),
  attendees: z
    .array(
      z.looseObject({
        name: z.string().optional(),
        email: z.string().optional(),
        role: z.enum(["candidate", "interviewer", "observer"]).optional(),
        /** Account id of a colleague. */
        userId: z.string().optional(),
      }),
    )
    .optional(),
  calendar: z.enum(["google", "outlook", "none"]).optional(),
  googleEventId: z.string().optional(),
  outlookEventId: z.string().optional(),
  meetingUrl: z.string().optional(),
  reminders: z
    .array(
      z.looseObject({
        minutesBefore: z.number().int().positive(),
        by: z.enum(["email", "notification"]),
      }),
    )
    .optional(),
  notes: z.string().optional(),
  feedback: z.string().optional(),
  rating: oneToFive.optional(),
});

export type Interview = z.infer<typeof interview>;
