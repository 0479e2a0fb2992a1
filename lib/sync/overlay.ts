import { LIMITS, type Mutation, type PushColumns, type SyncRow } from "./change";
import { rowKey } from "./row-key";
import { weigh } from "./json";
import { applyMutation } from "./merge";

/** The device's own edits over what the server is known to hold. */

/**
 * One action of the person (a large one may take several), numbered per device from 1. A device may keep a
 * large one as `columns`, and read its `muts` out of them only when they are asked for.
 */
export type OutboxRecord = { n: number; muts: Mutation[]; columns?: PushColumns | undefined };

/** A row on this device: as the server holds it, and with the pending edits. Same object: no difference. */
export type Entry = {
  tbl: string;
  id: string;
  local: SyncRow | undefined;
  base: SyncRow | undefined;
};

export type PendingEdit = { n: number; mutation: Mutation };
export type Pending = ReadonlyMap<string, readonly PendingEdit[]>;

export function indexPending(records: Iterable<OutboxRecord>): Map<string, PendingEdit[]> {
  const index = new Map<string, PendingEdit[]>();
  for (const { n, muts } of records) {
    for (const mutation of muts) {
      const key = rowKey(mutation);
      const edits = index.get(key);
      if (edits) edits.push({ n, mutation });
      else index.set(key, [{ n, mutation }]);
    }
  }
  return index;
}

/** What the screen shows: the server's row and every pending edit, merged by stamp. */
export function overlay(
  row: { tbl: string; id: string },
  base: SyncRow | undefined,
  edits: readonly PendingEdit[] | undefined,
): Entry {
  let local = base;
  for (const { mutation } of edits ?? []) local = applyMutation(local, mutation);
  return { tbl: row.tbl, id: row.id, local, base };
}

/** Pending edits of one row as one mutation; a later edit of a field takes the earlier one's place. */
export function coalesce(records: readonly OutboxRecord[]): Mutation[] {
  const byRow = new Map<string, Mutation>();
  for (const { muts } of records) {
    for (const mutation of muts) {
      const key = rowKey(mutation);
      const before = byRow.get(key);
      byRow.set(key, before ? join(before, mutation) : mutation);
    }
  }
  return [...byRow.values()];
}

function join(before: Mutation, after: Mutation): Mutation {
  const fields = { ...before.fields };
  for (const [field, register] of Object.entries(after.fields)) {
    const held = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!held || held[1] <= register[1]) fields[field] = register;
  }
  return { ...after, ...(before.create && { create: true as const }), fields };
}

/** Cuts an action into records that each fit a push. */
export function intoRecords(muts: readonly Mutation[], firstN: number): OutboxRecord[] {
  const records: OutboxRecord[] = [];
  let current: Mutation[] = [];
  let bytes = 0;
  for (const mutation of muts) {
    const weight = weighMutation(mutation);
    const full = current.length >= LIMITS.pushMuts || bytes + weight > LIMITS.pushBytes;
    if (full && current.length > 0) {
      records.push({ n: firstN + records.length, muts: current });
      current = [];
      bytes = 0;
    }
    current.push(mutation);
    bytes += weight;
  }
  if (current.length > 0) records.push({ n: firstN + records.length, muts: current });
  return records;
}

export function weighMutation(mutation: Mutation): number {
  return weigh(mutation.fields) + 100;
}
