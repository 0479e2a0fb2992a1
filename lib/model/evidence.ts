import * as z from "zod";
import { rowId } from "./row";

/** The words on a record that a score rests on. */
export const evidence = z.looseObject({
  table: z.string(),
  id: rowId,
  field: z.string(),
  /** The words themselves, as they stood. */
  text: z.string(),
});

export type Evidence = z.infer<typeof evidence>;
