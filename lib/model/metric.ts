import * as z from "zod";
import { day, rowBase } from "./row";

const count = z.number().int().nonnegative();

/**
 * What one day brought. Weeks and months are sums, rates are quotients of these counts, so neither
 * is stored. Counters add up over devices; the values read from a page are the last one seen.
 */
export const metric = z.looseObject({
  ...rowBase,
  date: day,

  // Counted here
  connectionsAdded: count.optional(),
  messagesSent: count.optional(),
  messagesReceived: count.optional(),
  repliesReceived: count.optional(),
  automationActions: count.optional(),
  opportunitiesDetected: count.optional(),
  opportunitiesActioned: count.optional(),
  capturesMade: count.optional(),
  /** Minutes with the panel or the desk in view. */
  timeSpent: z.number().nonnegative().optional(),

  // Read from the user's own pages
  profileViews: count.optional(),
  connections: count.optional(),
  followers: count.optional(),
  postImpressions: count.optional(),
  postEngagements: count.optional(),

  /** Where profile views came from. */
  sources: z
    .looseObject({
      directSearch: count.optional(),
      recommendations: count.optional(),
      content: count.optional(),
      groups: count.optional(),
      events: count.optional(),
    })
    .optional(),
});

export type Metric = z.infer<typeof metric>;

/** One row per day, whichever devices make it: the day itself, written as a version 8 UUID. */
export function metricId(date: string): string {
  return `${date.replaceAll("-", "")}-0000-8000-8000-000000000000`;
}
