import * as z from "zod";

/** Where the work is done. */
export const workplaceType = z.enum(["onSite", "hybrid", "remote"]);

/** The legal nature of the engagement (CDI, CDD, mission, stage, alternance …). */
export const contractType = z.enum([
  "permanent",
  "fixedTerm",
  "temporary",
  "freelance",
  "internship",
  "apprenticeship",
  "volunteer",
  "other",
]);

/** How much of the week. */
export const workTime = z.enum(["fullTime", "partTime"]);

/** Highest education asked for or reached; the French levels bac to bac+8 fold into these. */
export const educationLevel = z.enum([
  "none",
  "secondary",
  "vocational",
  "shortCycle",
  "bachelor",
  "master",
  "doctorate",
]);

/** Common European Framework of Reference for Languages. */
export const cefrLevel = z.enum(["A1", "A2", "B1", "B2", "C1", "C2", "native"]);

/** Pay as offered or wished for. Amounts are in whole units of the currency, per `period`. */
export const salary = z.looseObject({
  min: z.number().nonnegative().optional(),
  max: z.number().nonnegative().optional(),
  /** ISO 4217. */
  currency: z.string().optional(),
  period: z.enum(["hour", "day", "week", "month", "year"]).optional(),
  /** Bonus, commission, equity: in words. */
  variable: z.string().optional(),
  /** The words it was read from. */
  text: z.string().optional(),
});
