import { Dexie } from "dexie";
import { uuidv7 } from "uuidv7";
import { openDb, type RapportDb } from "@/lib/data/db";
import { maySave } from "@/lib/data/role";
import { save, type Edit } from "@/lib/data/save";
import { shapeOf, isTableName } from "@/lib/data/shapes";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import type { TableName } from "@/lib/model/tables";
import { AppError } from "@/lib/platform/app-error";
import { FOLLOWERS, LEFT_BEHIND, type Follower } from "../reach";

/**
 * One record and what belongs to it, from one workspace's database to another's. The two share no
 * transaction, so the order makes it safe to be cut off anywhere: a note of what is meant, the copy, the
 * deletion, the note gone. Rows keep their ids: done twice it is done once, and the way back is the same way.
 */

type Row = Record<string, unknown> & { id: string; updatedAt?: string };
type Key = { table: TableName; id: string };
type Found = { key: Key; row: Row };
export type MovePreview = {
  /** The record itself and what goes along, by table. */
  along: { table: TableName; count: number }[];
  /** Rows that name it and stay. */
  stays: { table: TableName; count: number }[];
  /** Fields that are not sent to anybody: they stay on this device, with the record. */
  deviceOnly: { table: TableName; fields: string[] }[];
};
type Journal = { to: string; keys: Key[]; at: string };
export type Move = { table: TableName; id: string; from: RapportDb; to: RapportDb };

const PREFIX = "move/";
/** What this device keeps beside a row for itself, by the row's key. */
const BESIDE = ["_unparsed", "_readings", "_snapshots"];

export async function previewMove({ table, id, from }: Omit<Move, "to">): Promise<MovePreview> {
  const rows = await collect(from, { table, id });
  const along = new Map<TableName, number>();
  const stays = new Map<TableName, number>();
  const device = new Map<TableName, Set<string>>();
  for (const { key, row } of rows.values()) {
    along.set(key.table, (along.get(key.table) ?? 0) + 1);
    for (const one of LEFT_BEHIND[key.table] ?? []) {
      const naming = await followers(from, one, key.id);
      const count = naming.filter((found) => !rows.has(nameOf(found))).length;
      if (count > 0) stays.set(one.table, (stays.get(one.table) ?? 0) + count);
    }
    for (const field of shapeOf(key.table).deviceOnly.flatMap((name) => partsOf(name, row[name]))) {
      device.set(key.table, (device.get(key.table) ?? new Set()).add(field));
    }
  }
  return {
    along: Array.from(along, ([name, count]) => ({ table: name, count })),
    stays: Array.from(stays, ([name, count]) => ({ table: name, count })),
    deviceOnly: Array.from(device, ([name, fields]) => ({ table: name, fields: [...fields] })),
  };
}

/** `contact` is told by what is in it: e-mail, phone. */
function partsOf(field: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  const isPlain = typeof value === "object" && !(value instanceof Blob) && !Array.isArray(value);
  return isPlain ? Object.keys(value) : [field];
}

/** By the names of the databases, as the screens know them. */
export function previewMoveIn(from: string, row: Key): Promise<MovePreview> {
  return previewMove({ ...row, from: openDb(from) });
}

export function moveBetween(from: string, to: string, row: Key): Promise<{ rows: number }> {
  return moveRecord({ ...row, from: openDb(from), to: openDb(to) });
}

/** @throws AppError("read-only-here" | "disk-full" | "unknown-row"); until the copy stands nothing has changed. */
export async function moveRecord(move: Move, now: number = Date.now()): Promise<{ rows: number }> {
  const { table, id, from, to } = move;
  const rows = await collect(from, { table, id });
  if (rows.size === 0) throw new AppError("unknown-row", { table, id });
  const keys = Array.from(rows.values(), ({ key }) => key);
  const tables = [...new Set(keys.map((key) => key.table))];
  for (const db of [from, to]) {
    if (!(await maySave(db, tables))) throw new AppError("read-only-here", { table });
  }
  const name = `${PREFIX}${uuidv7()}`;
  const journal: Journal = { to: to.name, keys, at: new Date(now).toISOString() };
  await from._meta.put({ key: name, value: journal });
  await carryOut(from, to, name, journal, now);
  return { rows: rows.size };
}

/** Goes on with moves that were cut off. To be called when a device starts. */
export async function resumeMoves(
  from: RapportDb,
  open: (name: string) => RapportDb,
  now: number = Date.now(),
): Promise<number> {
  const left = await from._meta.where("key").startsWith(PREFIX).toArray();
  for (const { key, value } of left) {
    const journal = value as Journal;
    await carryOut(from, open(journal.to), key, journal, now);
  }
  return left.length;
}

async function carryOut(
  from: RapportDb,
  to: RapportDb,
  name: string,
  journal: Journal,
  now: number,
): Promise<void> {
  const there: Edit[] = [];
  const gone: Edit[] = [];
  for (const { table, id } of journal.keys) {
    const row = await rowOf(from, { table, id });
    if (!row) continue;
    gone.push({ table, id, fields: { _del: true } });
    // Copied before this was cut off, and not changed since: what was done to the copy stands.
    const isThere = (await rowOf(to, { table, id })) !== undefined;
    if (isThere && (row.updatedAt ?? "") <= journal.at) continue;
    there.push({ table, id, create: true, fields: fieldsOf(row) });
  }
  await save(to, there, now);
  await moveBeside(from, to, journal.keys);
  await save(from, gone, now);
  await from._meta.delete(name);
}

function fieldsOf(row: Row): Edit["fields"] {
  const { id: _id, updatedAt: _at, _sync, ...fields } = row as Row & { _sync?: unknown };
  return fields as Edit["fields"];
}

async function moveBeside(from: RapportDb, to: RapportDb, keys: readonly Key[]): Promise<void> {
  const names = keys.map(nameOf);
  for (const store of BESIDE) {
    const held = (await from.table(store).bulkGet(names)).filter((record) => record !== undefined);
    if (held.length === 0) continue;
    await to.table(store).bulkPut(held);
    await from.table(store).bulkDelete(names);
  }
}

/** The record and, step by step, what belongs to it, by row key; each row once. */
async function collect(db: RapportDb, root: Key): Promise<Map<string, Found>> {
  await unfoldStaged(db);
  const found = new Map<string, Found>();
  let next: Key[] = [root];
  while (next.length > 0) {
    const later: Key[] = [];
    for (const key of next) {
      const row = found.has(nameOf(key)) ? undefined : await rowOf(db, key);
      if (!row) continue;
      found.set(nameOf(key), { key, row });
      for (const one of FOLLOWERS[key.table] ?? [])
        later.push(...(await followers(db, one, key.id)));
    }
    next = later;
  }
  return found;
}

function nameOf({ table, id }: Key): string {
  return `${table}/${id}`;
}

async function followers(db: RapportDb, { table, by }: Follower, id: string): Promise<Key[]> {
  const where = db.table<Row, string>(table).where(by);
  const rows = by.startsWith("[")
    ? where.between([id, Dexie.minKey], [id, Dexie.maxKey])
    : where.equals(id);
  return (await rows.primaryKeys()).map((found) => ({ table, id: found }));
}

async function rowOf(db: RapportDb, { table, id }: Key): Promise<Row | undefined> {
  if (!isTableName(table)) return undefined;
  return db.table<Row, string>(table).get(id);
}
