import type { Mutation, SyncRow } from "./change";
import { rowKey } from "./row-key";
import { formatStamp, tick, type Clock } from "./clock";
import { sameJson, type Json } from "./json";
import { applyMutation, DELETED } from "./merge";
import { intoRecords, type Entry, type OutboxRecord } from "./overlay";

/** What a person changed in one row: registers and their new values. */
export type RowEdit = { tbl: string; id: string; create?: boolean; fields: Record<string, Json> };

export type EditContext = {
  clock: Clock;
  cid: string;
  /** The last record's number. */
  n: number;
  now: number;
  entryOf: (key: string) => Entry | undefined;
};

export type Edited = {
  clock: Clock;
  n: number;
  records: OutboxRecord[];
  /** The rows as they stand after, one per changed row. */
  entries: Entry[];
  /** Edits that bring back what stood. */
  undo: RowEdit[];
  /** Patches of rows this device does not have (deleting one is no error): nothing is to be written then. */
  missing: RowEdit[];
};

/** One action: one stamp, at most one edit per row, nothing for what is already so. */
export function edit(edits: readonly RowEdit[], context: EditContext): Edited {
  const clock = tick(context.clock, context.now);
  const stamp = formatStamp(clock, context.cid);
  const muts: Mutation[] = [];
  const entries: Entry[] = [];
  const undo: RowEdit[] = [];
  const missing: RowEdit[] = [];

  for (const one of edits) {
    const { tbl, id } = one;
    const before = context.entryOf(rowKey(one));
    const standing = before?.local;
    if (!standing && !one.create) {
      if (one.fields[DELETED] !== true) missing.push(one);
      continue;
    }

    const fields: Mutation["fields"] = {};
    const back: RowEdit["fields"] = {};
    for (const [field, value] of Object.entries(one.fields)) {
      const held = standing ? heldValue(standing, field) : null;
      if (sameJson(held, value)) continue;
      fields[field] = [value, stamp];
      back[field] = held;
    }
    // Making a row that was deleted brings it back.
    if (one.create && standing?.del) {
      fields[DELETED] = [false, stamp];
      back[DELETED] = true;
    }
    if (standing && Object.keys(fields).length === 0) continue;

    const mutation: Mutation = standing ? { tbl, id, fields } : { tbl, id, create: true, fields };
    muts.push(mutation);
    entries.push({ tbl, id, local: applyMutation(standing, mutation), base: before?.base });
    undo.push({ tbl, id, fields: standing ? back : { [DELETED]: true } });
  }

  const records = intoRecords(muts, context.n + 1);
  return {
    clock: records.length > 0 ? clock : context.clock,
    n: context.n + records.length,
    records,
    entries,
    undo,
    missing,
  };
}

/** A register never written reads as cleared; a row without the deletion register is not deleted. */
function heldValue(row: SyncRow, field: string): Json {
  if (field === DELETED) return row.del === true;
  return Object.hasOwn(row.data, field) ? (row.data[field] as Json) : null;
}
