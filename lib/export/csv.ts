import Papa from "papaparse";
import { schemas } from "@/lib/model/schemas";
import type { TableName } from "@/lib/model/tables";
import { cellOf } from "./cell";

/** `excel`: what a spreadsheet of a country with decimal commas opens by a double click. */
export type CsvDialect = "comma" | "excel";

export type Row = Readonly<Record<string, unknown>>;

/** How a row came to be where it is is of use to the device, not to a reader. */
export const INNER: ReadonlySet<string> = new Set(["_sync", "sections", "passport"]);

/** The last column: whatever the row holds that the model does not name, as JSON. */
export const MORE = "more";

/** The model's fields in its order. */
export function columnsOf(table: TableName): string[] {
  return Object.keys(schemas[table].shape).filter((field) => !INNER.has(field));
}

/** The row's fields that are no column. */
export function moreOf(row: Row, columns: readonly string[]): string {
  const entries = Object.entries(row).filter(
    ([field]) => !INNER.has(field) && !columns.includes(field),
  );
  return entries.length > 0 ? JSON.stringify(Object.fromEntries(entries)) : "";
}

export function csvHead(columns: readonly string[], dialect: CsvDialect): string {
  return `${dialect === "excel" ? "\ufeff" : ""}${lines([[...columns, MORE]], dialect)}`;
}

export function csvLines(
  rows: readonly Row[],
  columns: readonly string[],
  dialect: CsvDialect,
): string {
  const cells = rows.map((row) => [
    ...columns.map((column) => cellOf(row[column])),
    moreOf(row, columns),
  ]);
  return lines(cells, dialect);
}

function lines(cells: string[][], dialect: CsvDialect): string {
  if (cells.length === 0) return "";
  const delimiter = dialect === "excel" ? ";" : ",";
  return `${Papa.unparse(cells, { delimiter, newline: "\r\n" })}\r\n`;
}
