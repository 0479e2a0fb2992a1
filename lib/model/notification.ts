import * as z from "zod";
import { instant, rowBase, rowId } from "./row";

/** Something to tell the user. Read is `readAt` being there. */
export const notification = z.looseObject({
  ...rowBase,
  type: z.enum([
    "connectionRequest",
    "message",
    "opportunity",
    "automation",
    "campaign",
    "task",
    "jobChange",
    "jobAlert",
    "application",
    "match",
    "interview",
    "booking",
    "reminder",
    "payment",
    "profile",
    "sync",
    "system",
  ]),
  title: z.string().optional(),
  content: z.string().optional(),
  /** What it is about: a table of the notebook and the id of a row in it. */
  relatedTable: z.string().optional(),
  relatedId: rowId.optional(),
  readAt: instant.optional(),
  priority: z.enum(["high", "medium", "low"]).optional(),
  /** Made by the same cause twice is shown once. */
  dedupeKey: z.string().optional(),
});

export type Notification = z.infer<typeof notification>;
