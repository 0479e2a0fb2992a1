import { stampMs } from "@/lib/sync/clock";
import { sameJson, type Json } from "@/lib/sync/json";
import type { TableName } from "@/lib/model/tables";
import { valueAt } from "./compare";
import type { Fields } from "./draft";
import type { PlannedEdit } from "./ledger";
import type { Row } from "./notebook";

/** What takes one part of an import back: the rows it made, and what stood in those it changed. */
export type UndoPart = {
  made: Partial<Record<TableName, string[]>>;
  changed: { table: TableName; id: string; fields: Record<string, [before: Json, after: Json]> }[];
};

export type UndoEdit = { table: TableName; id: string; fields: Fields };

export function undoPart(edits: readonly PlannedEdit[]): UndoPart {
  const part: UndoPart = { made: {}, changed: [] };
  for (const { table, id, create, fields, back } of edits) {
    if (create) {
      (part.made[table] ??= []).push(id);
      continue;
    }
    const changed = Object.entries(fields).map(([field, after]): [string, [Json, Json]] => [
      field,
      [back[field] ?? null, after],
    ]);
    part.changed.push({ table, id, fields: Object.fromEntries(changed) });
  }
  return part;
}

export type Undoing = { edits: UndoEdit[]; kept: number };

/**
 * The edits that take the part back. A row made by the import and edited since stays, and so does a field
 * that no longer holds what the import put there: what the person wrote afterwards is theirs.
 */
export function undoEdits(
  part: UndoPart,
  rows: ReadonlyMap<string, Row>,
  stampedAt: string | undefined,
): Undoing {
  const undoing: Undoing = { edits: [], kept: 0 };
  for (const [table, ids] of Object.entries(part.made) as [TableName, string[]][]) {
    for (const id of ids) {
      const row = rows.get(id);
      if (!row) continue;
      if (stampedAt !== undefined && editedAt(row) > stampedAt) undoing.kept++;
      else undoing.edits.push({ table, id, fields: { _del: true } });
    }
  }
  for (const { table, id, fields } of part.changed) {
    const row = rows.get(id);
    if (!row) continue;
    const back: Fields = {};
    let isKept = false;
    for (const [field, [before, after]] of Object.entries(fields)) {
      if (sameJson(valueAt(row, field) ?? null, after)) back[field] = before;
      else isKept = true;
    }
    if (isKept) undoing.kept++;
    if (Object.keys(back).length > 0) undoing.edits.push({ table, id, fields: back });
  }
  return undoing;
}

/** Links between rows are drawn by the product, at any time: drawing one is no edit of a person's. */
const LINK = /^(?:employerId|keys\/.*)$/;

function editedAt(row: Row): string {
  const sync = row["_sync"] as { fv?: Record<string, string> } | undefined;
  const stamps = Object.entries(sync?.fv ?? {});
  if (!stamps.some(([field]) => LINK.test(field))) return String(row["updatedAt"]);
  const own = stamps.filter(([field]) => !LINK.test(field)).map(([, stamp]) => stampMs(stamp));
  return new Date(Math.max(0, ...own)).toISOString();
}
