import type { Mutation, PushBody, PushColumns, SyncRow } from "./change";
import { countRows, rowsOf, toColumns } from "./columns";
import type { Json } from "./json";
import { createdRow, registers } from "./merge";

/** Mutations as columns, and back: on their way in a push, and in the outbox where an action is a large one. */

export function packMutations(muts: readonly Mutation[]): PushColumns {
  return {
    creates: toColumns(muts.filter(({ create }) => create).map(createdRow)),
    patches: toColumns(muts.filter(({ create }) => !create).map(createdRow)),
  };
}

export function unpackMutations({ creates, patches }: PushColumns): Mutation[] {
  const muts: Mutation[] = [];
  for (const row of rowsOf(creates)) {
    muts.push({ tbl: row.tbl, id: row.id, create: true, fields: fieldsOf(row) });
  }
  for (const row of rowsOf(patches)) muts.push({ tbl: row.tbl, id: row.id, fields: fieldsOf(row) });
  return muts;
}

/** How many rows a push is about. */
export function countMuts({ muts, columns }: PushBody): number {
  if (!columns) return muts.length;
  return muts.length + countRows(columns.creates) + countRows(columns.patches);
}

function fieldsOf(row: SyncRow): Mutation["fields"] {
  const fields: Mutation["fields"] = {};
  if (row.fv) {
    for (const [field, value, stamp] of registers(row)) fields[field] = [value, stamp];
    return fields;
  }
  // Nearly every row of a large push, and it has one stamp.
  for (const field in row.data) fields[field] = [row.data[field] as Json, row.hlc];
  return fields;
}
