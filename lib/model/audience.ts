import * as z from "zod";
import { rowId } from "./row";

/** Who is meant: every list given must agree (and), one entry of a list is enough (or). */
export const audience = z.looseObject({
  industries: z.array(z.string()).optional(),
  positions: z.array(z.string()).optional(),
  locations: z.array(z.string()).optional(),
  companies: z.array(z.string()).optional(),
  skills: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  excludedTags: z.array(z.string()).optional(),
  connectionDegrees: z.array(z.union([z.literal(1), z.literal(2), z.literal(3)])).optional(),
  /** Only people with whom nothing happened for so many days. */
  silentForDays: z.number().int().nonnegative().optional(),
  /** Named people, whatever else is asked. */
  personIds: z.array(rowId).optional(),
});

export type Audience = z.infer<typeof audience>;
