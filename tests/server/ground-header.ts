import * as z from "zod";

/** What a Worker under test is told with every call. */
export const GROUND_HEADER = "x-test-ground";
/** Lets the cron strike that is named in the query, and gives all that was printed. */
export const RUN_PATH = "/--run";

const groundTold = z.object({
  /** One server, with limits and a log of its own. */
  id: z.string(),
  now: z.number(),
  env: z.record(z.string(), z.string()),
  /** The addresses of outside services, and what answers in their place. */
  reroutes: z.record(z.string(), z.string()),
});
export type GroundTold = z.infer<typeof groundTold>;

export const writeGround = (told: GroundTold): string => encodeURIComponent(JSON.stringify(told));
export const readGround = (text: string): GroundTold =>
  groundTold.parse(JSON.parse(decodeURIComponent(text)));
