import type { Table } from "dexie";
import { Dexie } from "dexie";
import type { RapportDb } from "@/lib/data/db";
import type { Edit } from "@/lib/data/save";
import type { TableName } from "@/lib/model/tables";
import {
  names,
  placesOf,
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
  const scored = new Map<string, Promise<Pointing[]>>();
  const rowsFor = (reference: Reference) => {
    const { table, owner } = reference;
    if (!owner) return pointingAt(db, reference, from);
    const rows = scored.get(table) ?? scoresOf(db, reference, [from, to]);
    scored.set(table, rows);
    return rows;
  };
  for (const reference of REFERENCES[tbl]) {
    const { table, field } = reference;
    for (const row of await rowsFor(reference)) {
      const value = turned(row[field], from, to);
      if (value === undefined) continue;
      turning.edits.push({ table, id: row.id, fields: { [field]: value } });
      const both = names(row[field], to) ? ["both", ...placesOf(row[field], from)] : [];
      turning.moved.push([table, row.id, field, ...both].join("/"));
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
  return found(rows, index, id);
}

/** A score of either of the two may rest on words of the one that goes: another device wrote it not knowing. */
async function scoresOf(
  db: RapportDb,
  { table, index = "", owner }: Reference,
  people: readonly string[],
): Promise<Pointing[]> {
  const owners =
    owner === "people" ? people : await db.candidates.where("personId").anyOf(people).primaryKeys();
  const rows: Table<Pointing, string> = db.table(table);
  return (await Promise.all(owners.map((id) => found(rows, index, id)))).flat();
}

function found(rows: Table<Pointing, string>, index: string, id: string): Promise<Pointing[]> {
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
  const byTable = new Map<
    TableName,
    { id: string; field: string; both?: { places: string[] } }[]
  >();
  for (const one of moved) {
    const [table = "", id = "", field = "", both, ...places] = one.split("/");
    const list = byTable.get(table as TableName) ?? [];
    byTable.set(table as TableName, [...list, { id, field, ...(both && { both: { places } }) }]);
  }
  const edits: Edit[] = [];
  for (const [table, list] of byTable) {
    const held: Table<Pointing, string> = db.table(table);
    const rows = await held.bulkGet(list.map(({ id }) => id));
    for (const [place, { id, field, both }] of list.entries()) {
      const value = turnedBack(rows[place]?.[field], goneId, keptId, both);
      if (value !== undefined) edits.push({ table, id, fields: { [field]: value } });
    }
  }
  return edits;
}
