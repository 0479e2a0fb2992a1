import { sameJson } from "@/lib/sync/json";
import type { DeviceValue, LocalRecord, RapportDb } from "./db";
import { shapeOf } from "./shapes";
import type { TableName } from "@/lib/model/tables";

export type DeviceFields = Record<string, DeviceValue>;
export type DeviceEdit = { table: TableName; id: string; fields: DeviceFields };

/** An edit's fields: those that travel, and those that never leave the device. */
export function splitFields<T extends DeviceValue>(
  table: TableName,
  fields: Record<string, T>,
): [shared: Record<string, T>, device: Record<string, T>] {
  const { deviceOnly } = shapeOf(table);
  const entries = Object.entries(fields);
  return [
    Object.fromEntries(entries.filter(([field]) => !deviceOnly.includes(field))),
    Object.fromEntries(entries.filter(([field]) => deviceOnly.includes(field))),
  ];
}

/** Kept beside the row, without stamp or outbox, inside the caller's transaction. Returns what undoes them. */
export async function writeDeviceFields(
  db: RapportDb,
  edits: readonly DeviceEdit[],
): Promise<DeviceEdit[]> {
  const own = edits.filter(({ fields }) => Object.keys(fields).length > 0);
  if (own.length === 0) return [];
  const keys = own.map(({ table, id }) => `${table}/${id}`);
  const records = await db._local.bulkGet(keys);
  const kept: LocalRecord[] = [];
  const emptied: string[] = [];
  const undo: DeviceEdit[] = [];
  for (const [index, { table, id, fields }] of own.entries()) {
    const key = keys[index] as string;
    const next = { ...records[index]?.fields };
    const back: DeviceFields = {};
    for (const [field, value] of Object.entries(fields)) {
      const held = next[field] ?? null;
      if (isSame(held, value)) continue;
      back[field] = held;
      if (value === null) delete next[field];
      else next[field] = value;
    }
    if (Object.keys(back).length === 0) continue;
    if (Object.keys(next).length > 0) kept.push({ key, fields: next });
    else emptied.push(key);
    undo.push({ table, id, fields: back });
  }
  await db._local.bulkPut(kept);
  await db._local.bulkDelete(emptied);
  return undo;
}

function isSame(a: DeviceValue, b: DeviceValue): boolean {
  return a instanceof Blob || b instanceof Blob ? a === b : sameJson(a, b);
}
