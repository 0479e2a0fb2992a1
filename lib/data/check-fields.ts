import type * as z from "zod";
import { tables, type TableName } from "@/lib/model/tables";
import { AppError } from "@/lib/platform/app-error";
import { FIELD_NAME } from "@/lib/sync/change";
import type { Fields } from "@/lib/sync/fields";
import { isJson } from "@/lib/sync/json";
import type { DeviceValue } from "./db";
import { shapeOf } from "./shapes";

/**
 * Each value is what its noun says, and what travels is JSON; fields the noun does not name pass.
 * Returns the fields that travel. @throws AppError("invalid-row")
 */
export function checkFields(
  table: TableName,
  shared: Record<string, DeviceValue>,
  device: Record<string, DeviceValue>,
): Fields {
  const { required } = shapeOf(table);
  const fields: Fields = {};
  for (const [field, value] of Object.entries(shared)) {
    if (value === undefined) continue;
    if (!isJson(value) || (value === null && required.includes(field))) {
      throw new AppError("invalid-row", { table, field });
    }
    checkValue(table, field, value);
    fields[field] = value;
  }
  for (const [field, value] of Object.entries(device)) checkValue(table, field, value);
  return fields;
}

/** Each register's name can travel. @throws AppError("invalid-row") */
export function checkNames(table: TableName, registers: Fields): void {
  const field = Object.keys(registers).find((name) => !FIELD_NAME.test(name));
  if (field !== undefined) throw new AppError("invalid-row", { table, field });
}

/** A row that is new has what it cannot do without. @throws AppError("invalid-row") */
export function checkRequired(table: TableName, fields: Fields): void {
  const field = shapeOf(table).required.find((name) => !Object.hasOwn(fields, name));
  if (field !== undefined) throw new AppError("invalid-row", { table, field });
}

function checkValue(table: TableName, field: string, value: DeviceValue): void {
  const shape: Record<string, z.ZodType> = tables[table].schema.shape;
  const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
  if (value === null || !schema) return;
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new AppError("invalid-row", { table, field }, { cause: parsed.error });
  }
}
