import { uuidv7 } from "uuidv7";
import type { TableName } from "@/lib/model/tables";
import { AppError } from "@/lib/platform/app-error";
import { LIMITS } from "@/lib/sync/change";
import { edit, type RowEdit } from "@/lib/sync/edit";
import { expand, isReserved, type Fields } from "@/lib/sync/fields";
import { sameJson, weigh, type Json } from "@/lib/sync/json";
import type { Entry } from "@/lib/sync/overlay";
import { checkFields, checkRequired } from "./check-fields";
import type { RapportDb } from "./db";
import { withDisk } from "./disk";
import { readEntries, writeEntries } from "./entries";
import { readSyncMeta, writeSyncMeta } from "./meta";
import { shapeOf } from "./shapes";

/**
 * A change of one row. Without `id` a row is made; with `create` it is made if it is not there.
 * Fields are flat (`tags/vip`: true, `passport/headline`: {…}, `opened/+`: 1) or whole; null clears,
 * `{_del: true}` deletes.
 */
export type Edit = {
  table: TableName;
  id?: string;
  create?: boolean;
  fields: Record<string, Json>;
};

/** The ids in the order of the edits, and what to `save` to bring back what stood. */
export type Saved = { ids: string[]; undo: Edit[] };

type Wanted = { table: TableName; id: string; create: boolean; isNew: boolean; fields: Fields };

/**
 * The only way to write. Rows, stamps, clock and outbox move in one transaction, or not at all;
 * a value that already stands writes nothing.
 * @throws AppError("disk-full" | "invalid-row" | "unknown-row" | "body-too-large")
 */
export async function save(
  db: RapportDb,
  edits: readonly Edit[],
  now: number = Date.now(),
): Promise<Saved> {
  const ids: string[] = [];
  const wanted = new Map<string, Wanted>();
  for (const { table, id: given, create, fields } of edits) {
    checkFields(table, fields);
    const id = given ?? uuidv7();
    ids.push(id);
    const key = `${table}/${id}`;
    const before = wanted.get(key);
    const isNew = given === undefined;
    if (before) wanted.set(key, { ...before, fields: together(before.fields, fields) });
    else wanted.set(key, { table, id, create: isNew || create === true, isNew, fields });
  }
  if (wanted.size === 0) return { ids, undo: [] };

  const names = new Set([...wanted.values()].map(({ table }) => table));
  const stores = [...names, "_base", "_outbox", "_meta", "_local"];
  const undo = await withDisk(() =>
    db.transaction("rw", stores, () => write(db, [...wanted.values()], now)),
  );
  return { ids, undo };
}

async function write(db: RapportDb, wanted: readonly Wanted[], now: number): Promise<Edit[]> {
  const meta = await readSyncMeta(db);
  const time = now + meta.offset;
  const old = wanted.filter(({ isNew }) => !isNew).map(({ table, id }) => `${table}/${id}`);
  const entries = await readEntries(db, old);
  const device = await writeDeviceFields(db, wanted, entries);

  const rowEdits = wanted.map((one) => rowEditOf(one, entries, meta.cid, time));
  const { clock, n } = meta;
  const entryOf = (key: string) => entries.get(key);
  const done = edit(rowEdits, { clock, n, cid: meta.cid, now: time, entryOf });
  const [missing] = done.missing;
  if (missing) throw new AppError("unknown-row", { table: missing.tbl, id: missing.id });

  const changed = new Set(done.entries.map(({ tbl, id }) => `${tbl}/${id}`));
  const onlyDevice = device.flatMap(({ table, id }) => {
    const entry = entries.get(`${table}/${id}`);
    return entry && !changed.has(`${table}/${id}`) ? [entry] : [];
  });
  await writeEntries(db, [...done.entries, ...onlyDevice]);
  if (done.records.length > 0) {
    await db._outbox.bulkAdd(done.records);
    await writeSyncMeta(db, { ...meta, clock: done.clock, n: done.n });
  }
  return [...done.undo.map(asEdit), ...device];
}

function rowEditOf(
  { table, id, create, fields }: Wanted,
  entries: ReadonlyMap<string, Entry>,
  cid: string,
  time: number,
): RowEdit {
  const { kinds, deviceOnly } = shapeOf(table);
  const standing = entries.get(`${table}/${id}`)?.local;
  const shared = Object.entries(fields).filter(([field]) => !deviceOnly.includes(field));
  const flat = expand(Object.fromEntries(shared), standing?.data ?? {}, kinds, cid);
  if (weigh(flat) > LIMITS.mutationBytes) {
    throw new AppError("body-too-large", { table, bytes: weigh(flat) });
  }
  if (standing || !create) return { tbl: table, id, create, fields: flat };
  checkRequired(table, fields);
  const createdAt = new Date(time).toISOString();
  return { tbl: table, id, create, fields: { createdAt, ...flat } };
}

/** Fields that stay here go beside the row, without stamp or outbox. Returns what undoes them. */
async function writeDeviceFields(
  db: RapportDb,
  wanted: readonly Wanted[],
  entries: ReadonlyMap<string, Entry>,
): Promise<Edit[]> {
  const undo: Edit[] = [];
  for (const { table, id, fields, isNew } of wanted) {
    const { deviceOnly } = shapeOf(table);
    const own = deviceOnly.filter((field) => Object.hasOwn(fields, field) && !isReserved(field));
    if (own.length === 0) continue;
    const key = `${table}/${id}`;
    const held = (await db._local.get(key))?.fields ?? {};
    const next = { ...held };
    const back: Fields = {};
    for (const field of own) {
      const value = fields[field] as Json;
      if (sameJson(held[field] ?? null, value)) continue;
      back[field] = held[field] ?? null;
      if (value === null) delete next[field];
      else next[field] = value;
    }
    if (Object.keys(back).length === 0) continue;
    if (Object.keys(next).length > 0) await db._local.put({ key, fields: next });
    else await db._local.delete(key);
    if (!isNew && entries.has(key)) undo.push({ table, id, fields: back });
  }
  return undo;
}

/** Two edits of one row in one action: the later wins, increments add up. */
function together(before: Fields, after: Fields): Fields {
  const fields = { ...before, ...after };
  for (const [field, value] of Object.entries(after)) {
    const held = before[field];
    const adds = field.endsWith("/+") && typeof held === "number" && typeof value === "number";
    if (adds) fields[field] = held + value;
  }
  return fields;
}

function asEdit({ tbl, id, fields }: RowEdit): Edit {
  return { table: tbl as TableName, id, fields };
}
