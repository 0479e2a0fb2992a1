import type * as z from "zod";
import { tables, type TableName } from "@/lib/model/tables";
import { AppError } from "@/lib/platform/app-error";
import { FIELD_NAME } from "@/lib/sync/change";
import { isJson, type Json } from "@/lib/sync/json";
import { shapeOf } from "./shapes";

type Fields = Record<string, Json>;

/** Each value is what its noun says; fields the noun does not name pass. @throws AppError("invalid-row") */
export function checkFields(table: TableName, fields: Fields): void {
  const shape: Record<string, z.ZodType> = tables[table].schema.shape;
  const { required } = shapeOf(table);
  for (const [field, value] of Object.entries(fields)) {
    if (!FIELD_NAME.test(field) || !isJson(value))
      throw new AppError("invalid-row", { table, field });
    if (value === null) {
      if (required.includes(field)) throw new AppError("invalid-row", { table, field });
      continue;
    }
    const known = Object.hasOwn(shape, field) ? shape[field] : undefined;
    const parsed = known?.safeParse(value);
    if (parsed && !parsed.success) {
      throw new AppError("invalid-row", { table, field }, { cause: parsed.error });
    }
  }
}

/** A row that is new has what it cannot do without. @throws AppError("invalid-row") */
export function checkRequired(table: TableName, fields: Fields): void {
  const field = shapeOf(table).required.find((name) => !Object.hasOwn(fields, name));
  if (field !== undefined) throw new AppError("invalid-row", { table, field });
}
