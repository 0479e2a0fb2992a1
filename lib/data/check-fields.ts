import type * as z from "zod";
import { schemas } from "@/lib/model/schemas";
import type { TableName } from "@/lib/model/tables";
import { AppError } from "@/lib/platform/app-error";
import { FIELD_NAME } from "@/lib/sync/change";
import type { Fields } from "@/lib/sync/fields";
import { isJson } from "@/lib/sync/json";
import type { DeviceValue } from "./db";

/** Filled in by `save` or derived. */
const GIVEN = new Set(["id", "createdAt", "updatedAt"]);

/** Fields a new row cannot do without. */
const required = new Map<string, readonly string[]>(
  Object.entries(schemas).map(([table, { shape }]) => [
    table,
    Object.entries<z.ZodType>(shape)
      .filter(([field, schema]) => !GIVEN.has(field) && !schema.safeParse(undefined).success)
      .map(([field]) => field),
  ]),
);

/**
 * Each value is what its noun says, and what travels is JSON; fields the noun does not name pass.
 * Returns the fields that travel. @throws AppError("invalid-row")
 */
export function checkFields(
  table: TableName,
  shared: Record<string, DeviceValue>,
  device: Record<string, DeviceValue>,
): Fields {
  const fields: Fields = {};
  for (const [field, value] of Object.entries(shared)) {
    if (value === undefined) continue;
    if (!isJson(value) || (value === null && requiredIn(table).includes(field))) {
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
  const field = requiredIn(table).find((name) => !Object.hasOwn(fields, name));
  if (field !== undefined) throw new AppError("invalid-row", { table, field });
}

function requiredIn(table: TableName): readonly string[] {
  return required.get(table) ?? [];
}

function checkValue(table: TableName, field: string, value: DeviceValue): void {
  const shape: Record<string, z.ZodType> = schemas[table].shape;
  const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
  if (value === null || !schema) return;
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new AppError("invalid-row", { table, field }, { cause: parsed.error });
  }
}
