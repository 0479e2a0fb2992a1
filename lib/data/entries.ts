import { Dexie, type Table } from "dexie";
import type { SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import type { Entry } from "@/lib/sync/overlay";
import type { BaseRecord, RapportDb, UnknownRecord } from "./db";
import type { DeviceFields } from "./device-fields";
import type { TableName } from "@/lib/model/tables";
import { isTableName, shapeOf } from "./shapes";
import { toBaseRow, toStored, toSyncRow, type StoredRow } from "./stored-row";

/**
 * How an entry (what the server holds, what this device shows) lies in the database. A shown row is in
 * its table, with its server row inside where the two differ; `_base` keeps rows that are deleted.
 * All of it is called inside a caller's transaction.
 */

export function tableOf(db: RapportDb, tbl: string): Table<StoredRow, string> {
  return db.table(tbl);
}

export async function readEntries(
  db: RapportDb,
  keys: readonly string[],
): Promise<Map<string, Entry>> {
  const found = new Map<string, Entry>();
  const groups = [...groupKeys(keys)];
  const read = await Promise.all(groups.map(([tbl, ids]) => readGroup(db, tbl, ids)));
  const missing: string[] = [];
  for (const [index, [tbl, ids]] of groups.entries()) {
    const { rows, unknown } = read[index] as Group;
    for (const one of unknown ?? []) found.set(one.key, entryOf(one.key, one));
    for (const id of rows ? ids : []) {
      const row = rows?.get(id);
      if (row) found.set(`${tbl}/${id}`, shownEntry(tbl, row));
      else missing.push(`${tbl}/${id}`);
    }
  }
  for (const [key, kept] of await readBases(db, missing)) found.set(key, entryOf(key, kept));
  return found;
}

/** Rows as a table keeps them, or those of a table that this version does not know. */
type Group =
  | { rows: Map<string, StoredRow>; unknown?: undefined }
  | { unknown: UnknownRecord[]; rows?: undefined };

async function readGroup(db: RapportDb, tbl: string, ids: readonly string[]): Promise<Group> {
  if (isTableName(tbl)) return { rows: await readRows(tableOf(db, tbl), ids) };
  const unknown = await db._unknown.bulkGet(ids.map((id) => `${tbl}/${id}`));
  return { unknown: unknown.filter((one) => one !== undefined) };
}

/**
 * Rows made one after the other lie one after the other, and many of them are read in one stretch three times as
 * fast as one by one. Where others lie between, the stretch ends early and what is left is read one by one.
 */
async function readRows(
  table: Table<StoredRow, string>,
  ids: readonly string[],
): Promise<Map<string, StoredRow>> {
  const found = new Map<string, StoredRow>();
  let left = ids;
  if (ids.length > FEW) {
    const sorted = ids.toSorted();
    const [first, last] = [sorted[0] as string, sorted.at(-1) as string];
    const stretch = await table
      .where(":id")
      .between(first, last, true, true)
      .limit(ids.length * STRETCH)
      .toArray();
    for (const row of stretch) found.set(row.id, row);
    const end = stretch.length < ids.length * STRETCH ? last : (stretch.at(-1)?.id ?? first);
    left = ids.filter((id) => id > end);
  }
  for (const row of await table.bulkGet([...left])) if (row) found.set(row.id, row);
  return found;
}

/** Those of these rows that have a record in `_base`: they are deleted. */
export async function readBases(
  db: RapportDb,
  keys: readonly string[],
): Promise<Map<string, BaseRecord>> {
  const records = await readKept(db._base, keys);
  return new Map(records.map((record) => [record.key, record]));
}

/** So few are asked for one by one: to count what there is takes longer, and the longer the more there is. */
const FEW = 50;

/** One question for all records is quicker than one for each wanted, unless there are so many times more. */
const MANY_MORE = 3;

/** So many times what is wanted is read in one stretch at most. */
const STRETCH = 2;

/** Those of these records that there are, of a table that often holds fewer than are asked for. */
async function readKept<R extends { key: string }>(
  table: Table<R, string>,
  keys: readonly string[],
): Promise<R[]> {
  const there = (records: (R | undefined)[]) => records.filter((record) => record !== undefined);
  if (keys.length === 0) return [];
  if (keys.length <= FEW) return there(await table.bulkGet([...keys]));
  const count = await table.count();
  if (count > keys.length * MANY_MORE) return there(await table.bulkGet([...keys]));
  const wanted = new Set(keys);
  return count === 0 ? [] : (await table.toArray()).filter(({ key }) => wanted.has(key));
}

export async function writeEntries(db: RapportDb, entries: readonly Entry[]): Promise<void> {
  const bases: BaseRecord[] = [];
  const settled: string[] = [];
  const writes: (() => PromiseLike<unknown>)[] = [];

  for (const [tbl, group] of groupEntries(entries)) {
    if (!isTableName(tbl)) {
      await writeUnknown(db, group);
      continue;
    }
    const shape = shapeOf(tbl);
    const device = shape.deviceOnly.length > 0 ? await readDeviceFields(db, group) : undefined;
    const shown: StoredRow[] = [];
    const hidden: string[] = [];
    for (const { id, local, base } of group) {
      const key = `${tbl}/${id}`;
      const isShown = local !== undefined && !local.del;
      if (isShown) shown.push(toStored(local, base, shape, device?.get(key)));
      else hidden.push(id);
      const record = isShown ? undefined : hiddenRecord(key, local, base);
      if (record) bases.push(record);
      else settled.push(key);
    }
    if (shown.length > 0) writes.push(() => tableOf(db, tbl).bulkPut(shown));
    if (hidden.length > 0) writes.push(() => tableOf(db, tbl).bulkDelete(hidden));
  }

  if (bases.length > 0) writes.push(() => db._base.bulkPut(bases));
  await Promise.all([...writes.map((write) => write()), forgetBases(db, settled)]);
}

/** Page by page, no row in two of them; where nothing is kept beside rows, none waits for the one before it. */
export async function writePages(db: RapportDb, pages: Iterable<readonly Entry[]>): Promise<void> {
  const isBare = (await db._base.count()) + (await db._local.count()) === 0;
  // Dexie's own promises: its transaction would lose sight of a function awaited out of its turn.
  let writing: PromiseLike<unknown> | undefined;
  for (const entries of pages) {
    const next = isBare && entries.every(isPlain) ? putPlain(db, entries) : undefined;
    if (writing) await writing;
    writing = next;
    if (!next) await writeEntries(db, entries);
  }
  if (writing) await writing;
}

/** Shown as the server holds it. */
function isPlain({ tbl, local, base }: Entry): boolean {
  return local !== undefined && local === base && !local.del && isTableName(tbl);
}

/** Nothing has to be read first. */
function putPlain(db: RapportDb, entries: readonly Entry[]): PromiseLike<unknown> {
  const groups = Array.from(groupEntries(entries), ([tbl, group]) => {
    const shape = shapeOf(tbl as TableName);
    const rows = group.map(({ local, base }) => toStored(local as SyncRow, base, shape, undefined));
    return tableOf(db, tbl).bulkPut(rows);
  });
  return Dexie.Promise.all(groups);
}

/** To empty the table costs a tenth of taking the same records out one by one. */
async function forgetBases(db: RapportDb, keys: readonly string[]): Promise<void> {
  const stale = [...(await readBases(db, keys)).keys()];
  if (stale.length === 0) return;
  const isAll = stale.length > FEW && stale.length === (await db._base.count());
  await (isAll ? db._base.clear() : db._base.bulkDelete(stale));
}

export function shownEntry(tbl: string, row: StoredRow): Entry {
  const local = toSyncRow(tbl, row, shapeOf(tbl as Parameters<typeof shapeOf>[0]));
  return { tbl, id: row.id, local, base: toBaseRow(tbl, row, local) };
}

/** A row that is not shown: deleted, or of an unknown table. */
export function entryOf(key: string, kept: Omit<BaseRecord, "key">): Entry {
  const [tbl, id] = splitKey(key);
  const { local } = kept;
  return { tbl, id, local, base: kept.base ?? (local?.seq === undefined ? undefined : local) };
}

export function splitKey(key: string): [tbl: string, id: string] {
  const slash = key.indexOf("/");
  return [key.slice(0, slash), key.slice(slash + 1)];
}

/** Nothing is kept of a row that is nowhere. */
function hiddenRecord(
  key: string,
  local: SyncRow | undefined,
  base: SyncRow | undefined,
): BaseRecord | undefined {
  if (!local && !base) return undefined;
  return { key, ...(local && { local }), ...(base && base !== local && { base }) };
}

async function readDeviceFields(
  db: RapportDb,
  entries: readonly Entry[],
): Promise<Map<string, DeviceFields>> {
  const records = await readKept(db._local, entries.map(rowKey));
  return new Map(records.map(({ key, fields }) => [key, fields]));
}

async function writeUnknown(db: RapportDb, entries: readonly Entry[]): Promise<void> {
  const gone = entries.filter(({ local, base }) => !local && !base).map(rowKey);
  const kept = entries.flatMap(({ tbl, id, local, base }) =>
    local ? [{ key: `${tbl}/${id}`, tbl, local, ...(base && base !== local && { base }) }] : [],
  );
  await db._unknown.bulkDelete(gone);
  await db._unknown.bulkPut(kept);
}

function groupEntries(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.tbl);
    if (group) group.push(entry);
    else groups.set(entry.tbl, [entry]);
  }
  return groups;
}

function groupKeys(keys: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const [tbl, id] = splitKey(key);
    const ids = groups.get(tbl);
    if (ids) ids.push(id);
    else groups.set(tbl, [id]);
  }
  return groups;
}
