import * as z from "zod";

/** A date as careers state it: a year, often a month, never a day. */
export const partialDate = z.looseObject({
  year: z.number().int().min(1900).max(2200),
  month: z.number().int().min(1).max(12).optional(),
});

export type PartialDate = z.infer<typeof partialDate>;
