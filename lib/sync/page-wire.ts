import type * as z from "zod";
import type { PackedRows, pushAnswer, PushAnswer, RowHeads } from "./change";
import { unpackRows } from "./packed-rows";

/**
 * An answer with rows in it travels as two lines: the JSON of what is said about them, and the JSON of what they
 * hold (`PackedRows.data`). So neither end has to read the second line to pass it on or to keep it.
 */
export const LINES = "application/x-ndjson";

const BREAK = 10;

export type Lines = { head: unknown; data: Uint8Array<ArrayBuffer> };

export function joinLines({ head, data }: Lines): Uint8Array<ArrayBuffer> {
  const first = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const lines = new Uint8Array(first.length + data.length);
  lines.set(first);
  lines.set(data, first.length);
  return lines;
}

/** @throws SyntaxError where the first line is no JSON, or the second is missing. */
export function splitLines(bytes: Uint8Array<ArrayBuffer>): Lines {
  const end = bytes.indexOf(BREAK);
  if (end === -1) throw new SyntaxError("One line where two were expected.");
  const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  // A copy: what is kept of a view is all that lies around it.
  return { head, data: bytes.slice(end + 1) };
}

/** The page without what its rows hold, and that. */
export function linesOf<Page extends { rows: PackedRows }>(
  page: Page,
): { head: Omit<Page, "rows"> & { rows: RowHeads }; data: Uint8Array<ArrayBuffer> } {
  const { data, ...rows } = page.rows;
  return { head: { ...page, rows }, data };
}

/**
 * The page with what its rows hold, which is read at once: better now than when it already lies on a disk.
 * @throws SyntaxError where that is not what is said about them.
 */
export function withData<Page extends { rows: RowHeads }>(
  page: Page,
  data: Uint8Array<ArrayBuffer>,
): Omit<Page, "rows"> & { rows: PackedRows } {
  const rows = { ...page.rows, data };
  unpackRows(rows);
  return { ...page, rows };
}

/** @throws SyntaxError as `withData`. */
export function answerWithData(
  { page, ...answer }: z.infer<typeof pushAnswer>,
  data: Uint8Array<ArrayBuffer>,
): PushAnswer {
  return page ? { ...answer, page: withData(page, data) } : answer;
}
