import * as z from "zod";
import { rowBase, rowId } from "./row";

/** Whom one knows at a firm, and in what role; the person's own row is `personId` when there is one. */
export const companyContact = z.looseObject({
  ...rowBase,
  /** The company's row. */
  employerId: rowId,
  personId: rowId.optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  position: z.string().optional(),
  /** The first to call; one per company. */
  isPrimary: z.boolean().optional(),
  notes: z.string().optional(),
});

export type CompanyContact = z.infer<typeof companyContact>;
