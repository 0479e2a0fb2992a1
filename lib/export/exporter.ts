import { strToU8, Zip, ZipDeflate } from "fflate";
import type { RapportDb } from "@/lib/data/db";
import type { Person } from "@/lib/model/person";
import type { TableName } from "@/lib/model/tables";
import { columnsOf, csvHead, csvLines, type CsvDialect } from "./csv";
import type { Exported, ExportPort, ExportProgress, ExportRequest } from "./export-port";
import { resumeOf } from "./json-resume";
import { JSON_END, JSON_TABLE_END, jsonHead, jsonRow, jsonTable } from "./notebook-json";
import { createSqlite } from "./sqlite";
import { countRows, readPages, readPerson } from "./store";
import { vcardOf } from "./vcard";

/** Parts of a file, before they are one. */
type Part = string | Uint8Array<ArrayBuffer>;

type Job = {
  db: RapportDb;
  now: Date;
  signal: AbortSignal;
  counts: Partial<Record<TableName, number>>;
  /** Called with the rows just read. */
  count: (rows: number) => void;
};

/** Writes the notebook out. It reads page by page; only the file itself is held whole. */
export function createExporter(db: RapportDb, now: () => Date = () => new Date()): ExportPort {
  let running = new AbortController();
  return {
    counts: () => countRows(db),
    async export(request, onProgress) {
      running = new AbortController();
      const { signal } = running;
      const counts = await countRows(db);
      const total = totalOf(request, counts);
      let done = 0;
      const count = (rows: number) => {
        signal.throwIfAborted();
        done += rows;
        onProgress({ done, total } satisfies ExportProgress);
      };
      try {
        const file = await write(request, { db, now: now(), signal, counts, count });
        return file && { ...file, rows: done };
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      }
    },
    cancel() {
      running.abort();
      return Promise.resolve();
    },
  };
}

type File = Omit<Exported, "rows">;

function write(request: ExportRequest, job: Job): Promise<File | undefined> {
  switch (request.kind) {
    case "csv":
      return csv(request.tables, request.dialect, job);
    case "json":
      return json(job);
    case "sqlite":
      return sqlite(job);
    case "vcard":
      return vcard(job);
    case "resume":
      return resume(request.personId, job);
  }
}

/** One table is a file, several are a ZIP of files. */
async function csv(
  tables: readonly TableName[],
  dialect: CsvDialect,
  job: Job,
): Promise<File | undefined> {
  const filled = tables.filter((table) => job.counts[table]);
  const [only, ...others] = filled;
  if (only === undefined) return undefined;
  if (others.length === 0) {
    const parts: Part[] = [];
    for await (const text of csvTexts(only, dialect, job)) parts.push(text);
    return named(`rapport-${only}`, "csv", "text/csv;charset=utf-8", parts, job);
  }
  const parts: Part[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk);
  });
  for (const table of filled) {
    const file = new ZipDeflate(`${table}.csv`, { level: 6 });
    file.mtime = job.now;
    zip.add(file);
    for await (const text of csvTexts(table, dialect, job)) file.push(strToU8(text));
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  return named("rapport", "zip", "application/zip", parts, job);
}

async function* csvTexts(
  table: TableName,
  dialect: CsvDialect,
  { db, count }: Job,
): AsyncGenerator<string> {
  const columns = columnsOf(table);
  yield csvHead(columns, dialect);
  for await (const rows of readPages(db, table)) {
    yield csvLines(rows, columns, dialect);
    count(rows.length);
  }
}

async function json(job: Job): Promise<File> {
  const parts: Part[] = [];
  for await (const text of jsonTexts(job)) parts.push(text);
  return named("rapport", "json", "application/json", parts, job);
}

async function* jsonTexts({ db, now, counts, count }: Job): AsyncGenerator<string> {
  yield jsonHead(now.toISOString());
  for (const [index, table] of (Object.keys(counts) as TableName[]).entries()) {
    yield jsonTable(table, index === 0);
    let isFirst = true;
    for await (const rows of readPages(db, table)) {
      const opens = isFirst;
      yield (await Promise.all(rows.map((row, at) => jsonRow(row, opens && at === 0)))).join("");
      isFirst = false;
      count(rows.length);
    }
    yield JSON_TABLE_END;
  }
  yield JSON_END;
}

async function sqlite(job: Job): Promise<File> {
  const writer = await createSqlite();
  for (const table of Object.keys(job.counts) as TableName[]) {
    writer.table(table);
    for await (const rows of readPages(job.db, table)) {
      writer.rows(table, rows);
      job.count(rows.length);
    }
  }
  return named("rapport", "sqlite", "application/vnd.sqlite3", [writer.finish()], job);
}

async function vcard(job: Job): Promise<File | undefined> {
  if (!job.counts.people) return undefined;
  const parts: Part[] = [];
  for await (const rows of readPages(job.db, "people")) {
    parts.push(rows.map((row) => vcardOf(row as unknown as Person)).join(""));
    job.count(rows.length);
  }
  return named("rapport-people", "vcf", "text/vcard;charset=utf-8", parts, job);
}

async function resume(personId: string | undefined, job: Job): Promise<File | undefined> {
  const person = await readPerson(job.db, personId);
  if (!person) return undefined;
  job.count(1);
  const text = `${JSON.stringify(resumeOf(person), null, 2)}\n`;
  return named("resume", "json", "application/json", [text], job);
}

function named(name: string, ending: string, type: string, parts: Part[], { now }: Job): File {
  const day = now.toISOString().slice(0, 10);
  return { name: `${name}-${day}.${ending}`, blob: new Blob(parts, { type }) };
}

function totalOf(request: ExportRequest, counts: Partial<Record<TableName, number>>): number {
  if (request.kind === "resume") return 1;
  if (request.kind === "vcard") return counts.people ?? 0;
  const tables = request.kind === "csv" ? request.tables : (Object.keys(counts) as TableName[]);
  return tables.reduce((sum, table) => sum + (counts[table] ?? 0), 0);
}
