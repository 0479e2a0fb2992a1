import * as z from "zod";
import { instant, rowBase, rowId, timeOfDay } from "./row";
import { contractType, workplaceType, workTime } from "./work";

/** A standing search for jobs: any keyword (or), every other criterion (and). */
export const alert = z.looseObject({
  ...rowBase,
  name: z.string().min(1),
  /** Whom it is for; oneself when absent. */
  candidateId: rowId.optional(),
  keywords: z.array(z.string()).optional(),
  location: z.string().optional(),
  salaryMin: z.number().nonnegative().optional(),
  salaryMax: z.number().nonnegative().optional(),
  /** ISO 4217. */
  currency: z.string().optional(),
  contractTypes: z.array(contractType).optional(),
  workTimes: z.array(workTime).optional(),
  workplaceTypes: z.array(workplaceType).optional(),
  frequency: z.enum(["daily", "weekly", "monthly"]).optional(),
  time: timeOfDay.optional(),
  /** IANA name. */
  timezone: z.string().optional(),
  isActive: z.boolean().optional(),
  byEmail: z.boolean().optional(),
  lastRunAt: instant.optional(),
  nextRunAt: instant.optional(),
});

export type Alert = z.infer<typeof alert>;
