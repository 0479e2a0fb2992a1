import * as z from "zod";
import { instant, rowBase, rowId } from "./row";

const count = z.number().int().nonnegative();

/** One of one's jobs, shown on one channel. */
export const jobPublication = z.looseObject({
  ...rowBase,
  jobId: rowId,
  channel: z
    .enum([
      "careerPage",
      "linkedIn",
      "jobberman",
      "brighterMonday",
      "facebook",
      "twitter",
      "custom",
    ])
    .optional(),
  /** The channel's name when it is `custom`. */
  channelName: z.string().optional(),
  status: z.enum(["draft", "scheduled", "published", "expired", "removed", "failed"]).optional(),
  /** The channel's id of the post. */
  externalId: z.string().optional(),
  url: z.string().optional(),
  /** Words of one's own above the post. */
  message: z.string().optional(),
  publishedAt: instant.optional(),
  expiresAt: instant.optional(),
  failureReason: z.string().optional(),
  /** As the channel last reported them. */
  stats: z
    .looseObject({
      at: instant.optional(),
      views: count.optional(),
      clicks: count.optional(),
      likes: count.optional(),
      comments: count.optional(),
      shares: count.optional(),
      applications: count.optional(),
    })
    .optional(),
});

export type JobPublication = z.infer<typeof jobPublication>;
