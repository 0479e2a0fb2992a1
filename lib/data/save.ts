import { Dexie } from "dexie";
import { uuidv7 } from "uuidv7";
import { mayWrite, type Role } from "@/lib/model/role";
import type { TableName } from "@/lib/model/tables";
import { AppError } from "@/lib/platform/app-error";
import { LIMITS } from "@/lib/sync/change";
import { packRows } from "@/lib/sync/packed-rows";
import { rowKey } from "@/lib/sync/row-key";
import type { Clock } from "@/lib/sync/clock";
import { edit, type RowEdit } from "@/lib/sync/edit";
import { bringIn } from "@/lib/sync/staging";
import { expand, type Fields } from "@/lib/sync/fields";
import { weigh } from "@/lib/sync/json";
import type { Entry } from "@/lib/sync/overlay";
import { checkFields, checkNames, checkRequired } from "./check-fields";
import type { DeviceValue, RapportDb } from "./db";
import { splitFields, writeDeviceFields, type DeviceFields } from "./device-fields";
import { readBases, readEntries, writeEntries } from "./entries";
import { readSyncMeta, writeSyncMeta } from "./meta";
import { OutboxIndex } from "./outbox-index";
import { packRecord } from "./outbox-record";
import { shapeOf } from "./shapes";
import { STAGING } from "./staged";
import { dexieTx } from "./sync-tx";
import { readRole } from "./role";
import { inOneTransaction } from "./transaction";

/**
 * A change of one row. Without `id` a row is made; with `create` it is made if it is not there.
 * Fields are flat (`tags/vip`: true, `passport/headline`: {…}, `opened/+`: 1) or whole; null clears,
 * `{_del: true}` deletes. Only a field that never leaves the device may be a Blob.
 */
export type Edit = {
  table: TableName;
  id?: string;
  create?: boolean;
  /** With `create`: the caller has looked, and no row of this id is shown. Thousands of looks are spared. */
  isFresh?: true;
  /** With `isFresh`: nobody looks for it at once, so it may wait with thousands of others for its place. */
  mayWait?: true;
  fields: Record<string, DeviceValue>;
};

/** The ids in the order of the edits, what to `save` to bring back what stood, and the time all of it is stamped with. */
export type Saved = { ids: string[]; undo: Edit[]; at?: string };

/** The clock of what ships with the product: anything anybody ever wrote comes after it. */
const SHIPPED: Clock = { ms: 0, counter: 0 };

type Wanted = {
  table: TableName;
  id: string;
  create: boolean;
  isNew: boolean;
  isFresh: boolean;
  mayWait: boolean;
  shared: Fields;
  device: DeviceFields;
};

/**
 * The only way to write. Rows, stamps, clock and outbox move in one transaction, or not at all;
 * a value that already stands writes nothing. What the product itself brings (`by: "product"`) gives way to
 * whatever a person did to the same row, here or on another device, before or after.
 * @throws AppError("disk-full" | "invalid-row" | "unknown-row" | "body-too-large" | "read-only-here")
 */
export async function save(
  db: RapportDb,
  edits: readonly Edit[],
  now: number = Date.now(),
  by: "person" | "product" = "person",
): Promise<Saved> {
  const ids: string[] = [];
  const wanted = new Map<string, Wanted>();
  for (const { table, id: given, create, isFresh = false, mayWait = false, fields } of edits) {
    const [travelling, device] = splitFields(table, fields);
    const shared = checkFields(table, travelling, device);
    const id = given ?? uuidv7();
    ids.push(id);
    const key = `${table}/${id}`;
    const before = wanted.get(key);
    const isNew = given === undefined;
    wanted.set(key, {
      table,
      id,
      create: isNew || create === true || before?.create === true,
      isNew: isNew || before?.isNew === true,
      isFresh: isFresh || before?.isFresh === true,
      mayWait: mayWait || before?.mayWait === true,
      shared: before ? together(before.shared, shared) : shared,
      device: { ...before?.device, ...device },
    });
  }
  if (wanted.size === 0) return { ids, undo: [] };

  const names = new Set([...wanted.values()].map(({ table }) => table));
  const stores = [...names, "_base", "_outbox", "_meta", "_local", ...stagingInReach()];
  const written = await inOneTransaction(db, stores, () =>
    write(db, [...wanted.values()], now, by),
  );
  return { ids, ...written };
}

/** A caller's own transaction may leave them out, once it has unfolded what it is about. */
function stagingInReach(): string[] {
  const around = Dexie.currentTransaction as { storeNames: string[] } | null;
  return around ? STAGING.filter((name) => around.storeNames.includes(name)) : STAGING;
}

async function write(
  db: RapportDb,
  wanted: readonly Wanted[],
  now: number,
  by: "person" | "product",
): Promise<Omit<Saved, "ids">> {
  const [role, meta] = await Promise.all([readRole(db), readSyncMeta(db)]);
  demandRole(role, wanted);
  const time = now + meta.offset;
  const keys = await keysToRead(db, wanted);
  if (meta.staged && stagingInReach().length > 0)
    await bringIn(
      dexieTx(db, new OutboxIndex(db), () => now),
      meta,
      keys,
    );
  const entries = await readEntries(db, keys);

  const { n, cid } = meta;
  const isShipped = by === "product";
  const clock = isShipped ? SHIPPED : meta.clock;
  const rowEdits = wanted.map((one) => rowEditOf(one, entries, cid, time));
  const entryOf = (key: string) => entries.get(key);
  const done = edit(rowEdits, { clock, n, cid, now: isShipped ? 0 : time, entryOf });
  const [missing] = done.missing;
  if (missing) throw new AppError("unknown-row", { table: missing.tbl, id: missing.id });

  const device = await writeDeviceFields(
    db,
    wanted.map(({ table, id, device: fields }) => ({ table, id, fields })),
  );
  const changed = new Set(done.entries.map(({ tbl, id }) => `${tbl}/${id}`));
  const rest = device.filter(({ table, id }) => !changed.has(`${table}/${id}`));
  const redrawn = rest.flatMap(({ table, id }) => entries.get(`${table}/${id}`) ?? []);
  const waiting = meta.snap ? NONE : await keepWaiting(db, wanted, done.entries, entries);
  const placed = waiting.size > 0 ? done.entries.filter((one) => !waiting.has(one)) : done.entries;
  const staged = waiting.size > 0 ? (meta.staged ?? 0) + waiting.size : meta.staged;
  const next = { ...meta, clock: isShipped ? meta.clock : done.clock, n: done.n };
  const isSent = done.records.length > 0;
  await Promise.all([
    writeEntries(db, [...placed, ...redrawn]),
    ...(isSent ? [db._outbox.bulkAdd(done.records.map(packRecord))] : []),
    ...(isSent ? [writeSyncMeta(db, { ...next, ...(staged !== undefined && { staged }) })] : []),
  ]);
  const standing = device.filter(({ table, id }) => entries.has(`${table}/${id}`));
  const undo = [...done.undo.map(asEdit), ...standing];
  return done.records.length > 0 ? { undo, at: new Date(done.clock.ms).toISOString() } : { undo };
}

const NONE: ReadonlySet<Entry> = new Set();

/** One page is one transaction when its rows take their places: short enough for a capture to get between. */
const PAGE = 500;

/** New rows that may wait go to the disk in whole pages: a tenth of what a place in the tables costs. */
async function keepWaiting(
  db: RapportDb,
  wanted: readonly Wanted[],
  made: readonly Entry[],
  standing: ReadonlyMap<string, Entry>,
): Promise<ReadonlySet<Entry>> {
  const mayWait = new Set(
    wanted.filter((one) => one.mayWait).map(({ table, id }) => `${table}/${id}`),
  );
  if (mayWait.size === 0 || stagingInReach().length === 0) return NONE;
  const free = made.filter((one) => mayWait.has(rowKey(one)) && !standing.has(rowKey(one)));
  // An older page may still hold a row of this id that counts no more.
  const before = (await db._overtaken.count()) > 0;
  const overtaken = before ? await db._overtaken.bulkGet(free.map(rowKey)) : [];
  const waiting = free.filter((_, index) => overtaken[index] === undefined);
  const rows = waiting.flatMap(({ local }) => local ?? []);
  const tx = dexieTx(db, new OutboxIndex(db), Date.now);
  for (let at = 0; at < rows.length; at += PAGE) {
    await tx.stage(packRows(rows.slice(at, at + PAGE)));
  }
  return new Set(waiting);
}

/** The server would refuse it: better said now, with nothing written. */
function demandRole(role: Role | undefined, wanted: readonly Wanted[]): void {
  if (role === undefined) return;
  const refused = wanted.find(({ table }) => !mayWrite(role, table));
  if (refused) throw new AppError("read-only-here", { table: refused.table });
}

/** What is new by its id was never here; what the caller found missing may still have been deleted. */
async function keysToRead(db: RapportDb, wanted: readonly Wanted[]): Promise<string[]> {
  const old = wanted.filter(({ isNew }) => !isNew);
  const keyOf = ({ table, id }: Wanted) => `${table}/${id}`;
  const fresh = old.filter(({ isFresh }) => isFresh).map(keyOf);
  const kept = await readBases(db, fresh);
  return [...old.filter(({ isFresh }) => !isFresh).map(keyOf), ...kept.keys()];
}

function rowEditOf(
  { table, id, create, shared }: Wanted,
  entries: ReadonlyMap<string, Entry>,
  cid: string,
  time: number,
): RowEdit {
  const standing = entries.get(`${table}/${id}`)?.local;
  const flat = expand(shared, standing?.data ?? {}, shapeOf(table).kinds, cid);
  checkNames(table, flat);
  const bytes = weigh(flat);
  if (bytes > LIMITS.mutationBytes) throw new AppError("body-too-large", { table, bytes });
  if (standing || !create) return { tbl: table, id, create, fields: flat };
  checkRequired(table, flat);
  const createdAt = new Date(time).toISOString();
  return { tbl: table, id, create, fields: withoutCleared({ createdAt, ...flat }) };
}

/** A row that is new has nothing to clear. */
function withoutCleared(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
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
