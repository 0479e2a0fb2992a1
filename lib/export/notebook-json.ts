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

/** Where a field came from stays with it; the sync's own part does not. Files go in as text. */
export async function jsonRow(row: Row, isFirst: boolean): Promise<string> {
  const fields: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(row)) {
    if (field !== "_sync") fields[field] = value instanceof Blob ? await packedFile(value) : value;
  }
  return `${isFirst ? "" : ","}\n${JSON.stringify(fields)}`;
}

/** As lib/data writes it into its backups. */
export type PackedFile = { $file: string; type: string };

async function packedFile(file: Blob): Promise<PackedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return { $file: btoa(text), type: file.type };
}

/** Arguments a call takes without complaint. */
const PIECE = 8192;

export const JSON_TABLE_END = "\n]";
export const JSON_END = "\n}}\n";
