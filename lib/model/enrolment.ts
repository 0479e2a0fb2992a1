import * as z from "zod";
import { instant, rowBase, rowId } from "./row";

/** A person's place in a campaign. */
export const enrolment = z.looseObject({
  ...rowBase,
  campaignId: rowId,
  personId: rowId,
  status: z
    .enum(["waiting", "active", "replied", "completed", "stopped", "failed", "unsubscribed"])
    .optional(),
  enrolledAt: instant.optional(),
  /** Key of the step that is due or was last done. */
  stepId: z.string().optional(),
  variant: z.enum(["a", "b"]).optional(),
  nextDueAt: instant.optional(),
  /** Became a connection, or reached the campaign's goal, through it. */
  connectedAt: instant.optional(),
  repliedAt: instant.optional(),
  convertedAt: instant.optional(),
  endedAt: instant.optional(),
  endReason: z.string().optional(),
  /** Step key → when it was done. */
  done: z.record(z.string(), instant).optional(),
});

export type Enrolment = z.infer<typeof enrolment>;
