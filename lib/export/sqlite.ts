import { schemas } from "@/lib/model/schemas";
import type { TableName } from "@/lib/model/tables";
import { columnsOf, MORE, moreOf, type Row } from "./csv";
import { openSqlite } from "./open-sqlite";

export type SqliteWriter = {
  table(name: TableName): void;
  rows(name: TableName, rows: readonly Row[]): void;
  finish(): Uint8Array<ArrayBuffer>;
};

type Value = string | number | null;

/**
 * One SQLite file: a table per noun, a column per field, lists and objects as JSON (SQLite's own functions read it),
 * and a last column for what the model does not name. References between rows are indexed.
 */
export async function createSqlite(): Promise<SqliteWriter> {
  const database = await openSqlite();
  const made: TableName[] = [];
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
  return {
    table(name) {
      made.push(name);
      const columns = sqlColumns(name).map((column) =>
        column === "id" ? '"id" TEXT PRIMARY KEY' : `${quoted(column)} ${typeOf(name, column)}`,
      );
      database.exec(`CREATE TABLE ${quoted(name)} (${columns.join(", ")}) WITHOUT ROWID`);
    },
    rows(name, rows) {
      const columns = sqlColumns(name);
      const marks = columns.map(() => "?").join(", ");
      const statement = database.prepare(
        `INSERT OR REPLACE INTO ${quoted(name)} (${columns.map(quoted).join(", ")}) VALUES (${marks})`,
      );
      try {
        for (const row of rows)
          statement.run(columns.map((column) => valueOf(row, column, columns)));
      } finally {
        statement.free();
      }
    },
    finish() {
      for (const name of made) {
        for (const column of sqlColumns(name).filter((one) => /^[a-z]+Id$/.test(one))) {
          const index = quoted(`${name}_${column}`);
          database.exec(`CREATE INDEX ${index} ON ${quoted(name)} (${quoted(column)})`);
        }
      }
      database.exec("COMMIT");
      const bytes = database.export();
      database.close();
      return bytes as Uint8Array<ArrayBuffer>;
    },
  };
}

function sqlColumns(name: TableName): string[] {
  return [...columnsOf(name), MORE];
}

/** Numbers, and true or false as 1 or 0, are kept as such; all else is text: a telephone number keeps its zeros. */
function typeOf(name: TableName, column: string): string {
  const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> =
    schemas[name].shape;
  const takes = (value: unknown) => shape[column]?.safeParse(value).success ?? false;
  return (takes(1) || takes(true)) && !takes("1") ? "NUMERIC" : "TEXT";
}

function valueOf(row: Row, column: string, columns: readonly string[]): Value {
  if (column === MORE) return moreOf(row, columns) || null;
  const value = row[column];
  if (value === undefined || value === null || value instanceof Blob) return null;
  if (typeof value === "number" || typeof value === "string") return value;
  return typeof value === "boolean" ? Number(value) : JSON.stringify(value);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
