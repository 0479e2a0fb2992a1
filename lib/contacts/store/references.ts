import type { Table } from "dexie";
import { Dexie } from "dexie";
import type { RapportDb } from "@/lib/data/db";
import type { Edit } from "@/lib/data/save";
import type { TableName } from "@/lib/model/tables";
import {
  names,
  REFERENCES,
  turned,
  turnedBack,
  type MergedTable,
  type Reference,
} from "../merging/references";

type Pointing = { id: string } & Record<string, unknown>;
export type Turning = { edits: Edit[]; moved: string[] };

/** Everything that points at one row is to point at another. Called inside a transaction. */
export async function turnReferences(
  db: RapportDb,
  tbl: MergedTable,
  from: string,
  to: string,
): Promise<Turning> {
  const turning: Turning = { edits: [], moved: [] };
  for (const { table, field, index } of REFERENCES[tbl]) {
    for (const row of await pointingAt(db, { table, field, ...(index && { index }) }, from)) {
      const value = turned(row[field], from, to);
      if (value === undefined) continue;
      turning.edits.push({ table, id: row.id, fields: { [field]: value } });
      const both = names(row[field], to) ? "/both" : "";
      turning.moved.push(`${table}/${row.id}/${field}${both}`);
    }
  }
  return turning;
}

async function pointingAt(
  db: RapportDb,
  { table, field, index }: Reference,
  id: string,
): Promise<Pointing[]> {
  const rows: Table<Pointing, string> = db.table(table);
  if (index === undefined) return rows.filter((row) => names(row[field], id)).toArray();
  if (!index.startsWith("[")) return rows.where(index).equals(id).toArray();
  return rows.where(index).between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray();
}

/** The references a merge turned, turned back; one that was changed since stays. */
export async function goBack(
  db: RapportDb,
  moved: readonly string[],
  goneId: string,
  keptId: string,
): Promise<Edit[]> {
  const byTable = new Map<TableName, { id: string; field: string; isBoth: boolean }[]>();
  for (const one of moved) {
    const [table = "", id = "", field = "", both] = one.split("/");
    const list = byTable.get(table as TableName) ?? [];
    byTable.set(table as TableName, [...list, { id, field, isBoth: both === "both" }]);
  }
  const edits: Edit[] = [];
  for (const [table, list] of byTable) {
    const held: Table<Pointing, string> = db.table(table);
    const rows = await held.bulkGet(list.map(({ id }) => id));
    for (const [place, { id, field, isBoth }] of list.entries()) {
      const value = turnedBack(rows[place]?.[field], goneId, keptId, isBoth);
      if (value !== undefined) edits.push({ table, id, fields: { [field]: value } });
    }
  }
  return edits;
}
