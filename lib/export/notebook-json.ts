import type { TableName } from "@/lib/model/tables";
import type { Row } from "./csv";

/**
 * The whole notebook as one JSON file, a row to a line, so that it can be read line by line however long it is:
 * `{"format":"rapport-notebook","version":1,"exportedAt":"…","tables":{` then `"people":[`, rows, `],` … `}}`.
 */
export const JSON_FORMAT = "rapport-notebook";
export const JSON_VERSION = 1;

export function jsonHead(exportedAt: string): string {
  const head = JSON.stringify({ format: JSON_FORMAT, version: JSON_VERSION, exportedAt });
  return `${head.slice(0, -1)},"tables":{`;
}

export function jsonTable(table: TableName, isFirst: boolean): string {
  return `${isFirst ? "" : ","}\n${JSON.stringify(table)}:[`;
}

/** Where a field came from stays with it. The sync's own part does not, and neither do files: JSON holds none. */
export function jsonRow(row: Row, isFirst: boolean): string {
  const fields = Object.entries(row).filter(
    ([field, value]) => field !== "_sync" && !(value instanceof Blob),
  );
  return `${isFirst ? "" : ","}\n${JSON.stringify(Object.fromEntries(fields))}`;
}

export const JSON_TABLE_END = "\n]";
export const JSON_END = "\n}}\n";
