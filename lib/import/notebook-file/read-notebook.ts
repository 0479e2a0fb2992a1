import { JSON_FORMAT, JSON_VERSION, type PackedFile } from "@/lib/export/notebook-json";
import { schemas } from "@/lib/model/schemas";
import { tables, type TableName } from "@/lib/model/tables";
import type { Json } from "@/lib/sync/json";
import type { Readable } from "../csv";
import { refuse, type Reading } from "../draft";
import { LIMITS } from "../limits";
import { UnreadableFile } from "../problem";

type Parsed = { [key: string]: Json };

/**
 * Our own export, or an automatic backup: every row under its own id. Written a row to a line, it is read so; a file
 * laid out otherwise is read whole.
 * @throws UnreadableFile
 */
export async function* readNotebook(source: Readable): AsyncGenerator<readonly Reading[]> {
  let table: string | undefined;
  let number = 0;
  let isOurs = false;
  for await (const lines of linesOf(source)) {
    const batch: Reading[] = [];
    for (const line of lines) {
      number++;
      if (number === 1) {
        isOurs = isHead(line);
        if (!isOurs) break;
        continue;
      }
      const text = line.replace(/^,/, "").replace(/,$/, "");
      const [, name] = /^"(\w+)":\[$/.exec(text) ?? [];
      if (name !== undefined) table = name;
      else if (table !== undefined && text.startsWith("{"))
        batch.push(readLine(table, text, number));
    }
    if (!isOurs) break;
    yield batch;
  }
  if (!isOurs) yield await readWhole(source);
}

function isHead(line: string): boolean {
  if (!line.endsWith('"tables":{')) return false;
  let head: unknown;
  try {
    head = JSON.parse(`${line}}}`);
  } catch {
    return false;
  }
  checkVersion(head);
  return true;
}

function checkVersion(head: unknown): void {
  const version = (head as { version?: unknown }).version;
  if (typeof version !== "number") throw new UnreadableFile("backupUnreadable");
  if (version > JSON_VERSION) throw new UnreadableFile("backupNewer", { version });
}

async function readWhole(source: Readable): Promise<Reading[]> {
  if (source.bytes > LIMITS.wholeJsonBytes) throw new UnreadableFile("tooLarge");
  let whole: unknown;
  try {
    whole = JSON.parse(await new Response(source.open()).text());
  } catch (cause) {
    throw new UnreadableFile("backupUnreadable", {}, { cause });
  }
  const { tables: byTable = {}, format } = (whole ?? {}) as {
    tables?: Record<string, unknown>;
    format?: string;
  };
  if (format === JSON_FORMAT) checkVersion(whole);
  return Object.entries(byTable).flatMap(([table, rows]) =>
    Array.isArray(rows) ? rows.map((row: Parsed, index) => readRow(table, row, index + 1)) : [],
  );
}

function readLine(table: string, text: string, line: number): Reading {
  try {
    return readRow(table, JSON.parse(text) as Parsed, line);
  } catch {
    return refuse(line, "unreadable", text.slice(0, 80));
  }
}

/** A row of a table, as it is under its own id; refused where a value fits no field. */
export function readRow(name: string, row: Parsed, line: number): Reading {
  const label = labelOf(row);
  if (!Object.hasOwn(tables, name)) return refuse(line, "unreadable", label, name);
  const table = name as TableName;
  const { id, updatedAt, _sync, ...fields } = withFiles(row);
  const parsed = schemas[table].safeParse({ ...fields, id });
  if (!parsed.success || typeof id !== "string") {
    const [issue] = parsed.error?.issues ?? [];
    return refuse(line, "badValue", label, issue?.path.join("."));
  }
  return {
    kind: "exact",
    table,
    id,
    line,
    label,
    fields,
    ...(typeof updatedAt === "string" && { updatedAt }),
  };
}

/** Files come back as files. A row with one is no longer plain JSON; such fields never leave the device. */
function withFiles(row: Parsed): Parsed {
  const files = Object.entries(row).flatMap(([field, value]) =>
    isPacked(value) ? [[field, unpackedFile(value) as unknown as Json]] : [],
  );
  return files.length > 0 ? { ...row, ...(Object.fromEntries(files) as Parsed) } : row;
}

function isPacked(value: Json | undefined): value is PackedFile {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return typeof value.$file === "string" && typeof value.type === "string";
}

function unpackedFile({ $file, type }: PackedFile): Blob {
  return new Blob([Uint8Array.from(atob($file), (letter) => letter.charCodeAt(0))], { type });
}

/** The few words it is known by, whatever it is. */
function labelOf(row: Parsed): string {
  for (const field of ["fullName", "title", "name", "subject", "content", "type", "date"]) {
    const value = row[field];
    if (typeof value === "string" && value !== "") return value.slice(0, 80);
  }
  return "";
}

async function* linesOf(source: Readable): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of source.open()) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > LIMITS.rowChars * 4) throw new UnreadableFile("backupUnreadable");
    yield lines;
  }
  yield (rest + decoder.decode()).split("\n");
}
