import type { Mutation, SyncRow } from "./change";
import type { Stamp } from "./clock";
import { canonical, sameJson, type Json } from "./json";

/** One merge for the device, the server and the simulator: per field, the later stamp wins. */

export const DELETED = "_del";

export type Register = [field: string, value: Json, stamp: Stamp];

export function registers(row: SyncRow): Register[] {
  const list: Register[] = [];
  for (const field of Object.keys(row.data)) {
    list.push([field, row.data[field] as Json, ownStamp(row, field) ?? row.hlc]);
  }
  const deleted = ownStamp(row, DELETED);
  if (deleted !== undefined) list.push([DELETED, row.del === true, deleted]);
  return list;
}

/** The row that holds both: commutative, associative, idempotent. Gives `a` itself if `b` adds nothing. */
export function mergeRow(a: SyncRow, b: SyncRow): SyncRow {
  if (b.hlc >= a.hlc) return writeRegisters(a, registers(b));
  const lowered = rebuild({ ...a, hlc: b.hlc }, registers(a));
  return writeRegisters(lowered, registers(b));
}

/** A patch to a row that is not there gives nothing: half a row is never made. */
export function applyMutation(row: SyncRow | undefined, mutation: Mutation): SyncRow | undefined {
  if (row && !mutation.create) return writeRegisters(row, incoming(mutation));
  if (!mutation.create) return undefined;
  const created = createdRow(mutation);
  return row ? mergeRow(row, created) : created;
}

/** A row's clock is the earliest stamp of its creation; only later fields carry their own. */
export function createdRow({ tbl, id, fields }: Mutation): SyncRow {
  let hlc = "";
  for (const field in fields) {
    const stamp = fields[field]?.[1] ?? "";
    if (hlc === "" || stamp < hlc) hlc = stamp;
  }
  const row: SyncRow = { tbl, id, hlc, data: {} };
  for (const field in fields) {
    const [value, stamp] = fields[field] as [Json, Stamp];
    if (field === DELETED && value === true) row.del = true;
    if (field !== DELETED) row.data[field] = value;
    if (field === DELETED || stamp !== hlc) (row.fv ??= {})[field] = stamp;
  }
  return row;
}

/** The latest stamp anywhere in the row: when it last changed. */
export function latestStamp(row: SyncRow): Stamp {
  let latest = row.hlc;
  for (const field in row.fv) {
    const stamp = row.fv[field] as Stamp;
    if (stamp > latest) latest = stamp;
  }
  return latest;
}

export function stampOf(row: SyncRow, field: string): Stamp | undefined {
  return ownStamp(row, field) ?? (Object.hasOwn(row.data, field) ? row.hlc : undefined);
}

function incoming(mutation: Mutation): Register[] {
  return Object.entries(mutation.fields).map(([field, [value, stamp]]) => [field, value, stamp]);
}

function ownStamp(row: SyncRow, field: string): Stamp | undefined {
  return row.fv && Object.hasOwn(row.fv, field) ? row.fv[field] : undefined;
}

function writeRegisters(row: SyncRow, list: Register[]): SyncRow {
  const won = list.filter((register) => wins(row, register));
  return won.length === 0 ? row : rebuild(row, won);
}

function wins(row: SyncRow, [field, value, stamp]: Register): boolean {
  const current = stampOf(row, field);
  if (current === undefined || stamp !== current) return current === undefined || stamp > current;
  const held = field === DELETED ? row.del === true : (row.data[field] as Json);
  // Two values under one stamp cannot come from a healthy device; both ends still choose alike.
  return !sameJson(held, value) && canonical(value) > canonical(held);
}

/** The row with these registers put in, whatever it held: kept canonical, so equal rows look equal. */
function rebuild(row: SyncRow, list: Register[]): SyncRow {
  const data = { ...row.data };
  const fv: Record<string, Stamp> = { ...row.fv };
  let del = row.del === true;
  for (const [field, value, stamp] of list) {
    if (field === DELETED) del = value === true;
    else data[field] = value;
    if (field === DELETED || stamp !== row.hlc) fv[field] = stamp;
    else delete fv[field];
  }
  const next: SyncRow = { tbl: row.tbl, id: row.id, hlc: row.hlc, data };
  if (del) next.del = true;
  if (Object.keys(fv).length > 0) next.fv = fv;
  if (row.seq !== undefined) next.seq = row.seq;
  return next;
}
