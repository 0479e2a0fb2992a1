import * as z from "zod";
import { day, oneToFive, rowBase, rowId } from "./row";
import { contractType, salary } from "./work";

/** A candidate who took the job, and how it went on. */
export const placement = z.looseObject({
  ...rowBase,
  candidateId: rowId,
  jobId: rowId.optional(),
  /** The company's row. */
  employerId: rowId.optional(),
  startDate: day.optional(),
  endDate: day.optional(),
  contractType: contractType.optional(),
  position: z.string().optional(),
  salary: salary.optional(),
  satisfaction: oneToFive.optional(),
  isActive: z.boolean().optional(),
  leftAt: day.optional(),
  leaveReason: z.string().optional(),
  /** The agency's fee in whole units of the salary's currency. */
  fee: z.number().nonnegative().optional(),
  /** The fee as a share of the yearly salary. */
  feePercent: z.number().nonnegative().optional(),
  notes: z.string().optional(),
});

export type Placement = z.infer<typeof placement>;
