import Papa from "papaparse";
import { detectEncoding, type Encoding } from "./encoding";
import { LIMITS } from "./limits";
import { UnreadableFile } from "./problem";

/** Something whose bytes can be read more than once: a file on disk, an entry of a ZIP. */
export type Readable = {
  path: string;
  /** How many bytes come, as far as is known before. */
  bytes: number;
  open(): ReadableStream<Uint8Array<ArrayBuffer>>;
};

/** How the file writes its table. */
export type Dialect = Shape & { encoding: Encoding };
type Shape = { delimiter: string; newline: "\n" | "\r" };

/** `line` is what a text editor shows, the first line being 1. */
export type Row = { line: number; cells: string[]; flaw?: "quotes" };

const DELIMITERS = [",", ";", "\t", "|"];
const HEAD_CHARS = 64_000;
const HEAD_ROWS = 40;

/** The dialect of a file, and its first rows in it. */
export async function sniff(file: Readable): Promise<{ dialect: Dialect; head: Row[] }> {
  const encoding = await detectEncoding(file.open());
  const text = await headText(file, encoding);
  const newline = text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
  const isWhole = text.length < HEAD_CHARS;
  let best: { delimiter: string; rows: Row[]; score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const { rows } = parse(text, { delimiter, newline }, !isWhole, 1);
    const score = evenness(rows);
    if (!best || score > best.score) best = { delimiter, rows, score };
  }
  return {
    dialect: { encoding, delimiter: best?.delimiter ?? ",", newline },
    head: best?.rows.slice(0, HEAD_ROWS) ?? [],
  };
}

/**
 * Rows in batches, one batch per chunk of bytes, blank lines left out. Memory holds one chunk and one row.
 * @throws UnreadableFile openQuote, at the line where a quote opens that nothing closes
 */
export async function* readRows(file: Readable, dialect: Dialect): AsyncGenerator<Row[]> {
  const decoder = new TextDecoder(dialect.encoding);
  let rest = "";
  let line = 1;
  for await (const chunk of file.open()) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const parsed = parse(text, dialect, true, line);
    rest = text.slice(parsed.end);
    line = parsed.nextLine;
    if (rest.length > LIMITS.rowChars) throw new UnreadableFile("openQuote", { line });
    if (parsed.rows.length > 0) yield parsed.rows;
  }
  const last = parse(rest + decoder.decode(), dialect, false, line);
  if (last.rows.length > 0) yield last.rows;
  if (last.isOpen) throw new UnreadableFile("openQuote", { line: last.nextLine });
}

type Parsed = { rows: Row[]; end: number; nextLine: number; isOpen: boolean };

/** `goesOn`: more text follows, so the last row may not be whole and is left for the next call. */
function parse(
  text: string,
  { delimiter, newline }: Shape,
  goesOn: boolean,
  firstLine: number,
): Parsed {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const mark = text.length - clean.length;
  // With "\n" the library also takes "\r\n" after a quote; after a bare cell the "\r" is trimmed off.
  const parser = new Papa.Parser({ delimiter, newline });
  const found = parser.parse(clean, 0, goesOn) as Papa.ParseResult<string[]>;
  const flawed = new Map(found.errors.map((error) => [error.row, error.code]));
  const rows: Row[] = [];
  let line = firstLine;
  let isOpen = false;
  found.data.forEach((cells, index) => {
    const flaw = flawed.get(index);
    if (flaw === "MissingQuotes") {
      isOpen = true;
      return;
    }
    const start = line;
    line += 1 + cells.reduce((sum, cell) => sum + breaks(cell, newline), 0);
    if (cells.every((cell) => cell.trim() === "")) return;
    rows.push({ line: start, cells: cells.map(tidy), ...(flaw && { flaw: "quotes" as const }) });
  });
  return { rows, end: found.meta.cursor + mark, nextLine: line, isOpen };
}

function tidy(cell: string): string {
  return cell.trim().replaceAll("\r\n", "\n");
}

function breaks(cell: string, newline: string): number {
  let count = 0;
  for (let at = cell.indexOf(newline); at !== -1; at = cell.indexOf(newline, at + 1)) count++;
  return count;
}

async function headText(file: Readable, encoding: Encoding): Promise<string> {
  const decoder = new TextDecoder(encoding);
  let text = "";
  for await (const chunk of file.open()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= HEAD_CHARS) return text.slice(0, HEAD_CHARS);
  }
  return text + decoder.decode();
}

/** How many rows share the commonest width above one, weighted by that width. */
function evenness(rows: Row[]): number {
  const widths = new Map<number, number>();
  for (const { cells } of rows.slice(0, HEAD_ROWS)) {
    if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of widths) best = Math.max(best, count * (width - 1));
  return best;
}
