import * as z from "zod";
import { instant, rowBase, rowId } from "./row";

/** What speaks for two rows being one: the two sure ones first. */
export const likeness = z.enum([
  "sameMember",
  "sameAddress",
  "sameEmail",
  "samePhoto",
  "sameNameAndCompany",
  "sameNameOnceThere",
  "nickname",
  "initial",
  "formerName",
  "surnameInPart",
  "spelling",
  "sameCompanyId",
  "sameCompanyAddress",
  "sameCompanyName",
]);

/** A field the merge wrote: null where nothing stood. */
const written = z.looseObject({ before: z.unknown(), after: z.unknown() });

/**
 * What was decided of two rows: that they are one, or that they are not. Its id is computed from the pair, so
 * two devices that decide the same write the same row.
 */
export const merge = z.looseObject({
  ...rowBase,
  /** Where the two rows are. */
  tbl: z.enum(["people", "companies"]),
  /** The one that goes on, and the one that went into it. For a pair told apart the order says nothing. */
  keptId: rowId,
  goneId: rowId,
  verdict: z.enum(["merged", "apart"]),
  at: instant,
  /** The product merges only what is surely the same. */
  by: z.enum(["person", "product"]).optional(),
  because: likeness.optional(),
  /** How they were called when it was decided. */
  keptName: z.string().optional(),
  goneName: z.string().optional(),
  /** What the merge wrote into the row that goes on, by field. */
  written: z.record(z.string(), written).optional(),
  /** The same for fields that never leave the device. */
  writtenHere: z.record(z.string(), written).optional(),
  /** References that were turned, each as `table/id/field`. */
  moved: z.array(z.string()).optional(),
  /** The row that went, as it stood: what brings it back on a device that never had it. */
  gone: z.looseObject({}).optional(),
});

export type Merge = z.infer<typeof merge>;
export type Likeness = z.infer<typeof likeness>;
