import { columnsOf, MORE } from "@/lib/export/csv";
import { fieldFrom, unsafeCell } from "@/lib/export/cell";
import { schemas } from "@/lib/model/schemas";
import { tables, type TableName } from "@/lib/model/tables";
import type { Json } from "@/lib/sync/json";
import { readRows, type Dialect, type Readable, type Row } from "../csv";
import { refuse, type Reading } from "../draft";
import { readRow } from "./read-notebook";

/** The table that this product wrote out with these columns: all of them are its, and the row's id is one. */
export function ownTable(head: readonly Row[]): TableName | undefined {
  const cells = head[0]?.cells ?? [];
  if (cells[0] !== "id" || cells.at(-1) !== MORE) return undefined;
  const written = cells.slice(0, -1);
  const fitting = (Object.keys(tables) as TableName[]).filter((table) => {
    const columns = new Set(columnsOf(table));
    return written.every((column) => columns.has(column));
  });
  return fitting.toSorted((a, b) => columnsOf(a).length - columnsOf(b).length)[0];
}

/** A table as this product wrote it: every row under its own id, every cell back in its form. */
export async function* readOwnTable(
  source: Readable,
  dialect: Dialect,
  table: TableName,
): AsyncGenerator<readonly Reading[]> {
  let columns: string[] | undefined;
  for await (const rows of readRows(source, dialect)) {
    const lines = [...rows];
    columns ??= lines.shift()?.cells ?? [];
    const heads = columns;
    yield lines.map((row) => readLine(table, heads, row));
  }
}

function readLine(table: TableName, heads: readonly string[], row: Row): Reading {
  const label = row.cells.slice(4, 7).filter(Boolean).join(" · ").slice(0, 80);
  if (row.flaw) return refuse(row.line, "badQuotes", label);
  if (row.cells.length !== heads.length) return refuse(row.line, "columns", label);
  const shape = schemas[table].shape as Record<string, Parameters<typeof fieldFrom>[1]>;
  const fields: { [key: string]: Json } = {};
  for (const [index, head] of heads.entries()) {
    const cell = row.cells[index] ?? "";
    const schema = shape[head];
    if (cell === "" || (head !== MORE && !schema)) continue;
    if (head === MORE) {
      try {
        Object.assign(fields, JSON.parse(unsafeCell(cell)));
      } catch {
        return refuse(row.line, "badValue", label, head);
      }
      continue;
    }
    const value = schema && fieldFrom(cell, schema);
    if (value === undefined) return refuse(row.line, "badValue", label, `${head}: ${cell}`);
    fields[head] = value;
  }
  return readRow(table, fields, row.line);
}
