import type { Client, InValue, ResultSet } from "@libsql/client/web";
import { drizzle, type SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import { createLanes, type Lanes } from "./lanes";

export type Statement = { sql: string; args: InValue[] };
export type Row = Record<string, unknown>;
export type Outcome = { rows: Row[]; changed: number };

/**
 * The driver's three verbs; nothing else of it is known elsewhere. A batch is one round trip and one
 * transaction: all of it or nothing. Interactive transactions do not exist: they would cost a round trip
 * per statement from Workers.
 */
export type Database = {
  read(batch: Statement[]): Promise<Row[][]>;
  write(batch: Statement[]): Promise<Outcome[]>;
  /** DDL, with foreign keys off while it runs. */
  migrate(batch: Statement[]): Promise<void>;
  /** Drizzle over the same verbs, for tables that the server owns. */
  orm: Orm;
  /** Hears the texts of every write of this process once it is over, whether it went well or not. */
  onWritten(hear: (texts: readonly string[]) => void): void;
  close(): void;
};
export type Orm = SqliteRemoteDatabase;

export function sql(text: string, ...args: InValue[]): Statement {
  return { sql: text, args };
}

/** One write at a time unless told otherwise: sqld 0.24 hangs with four write batches in flight. */
export function createDatabase(
  client: Pick<Client, "execute" | "batch" | "migrate" | "close">,
  lanes: Lanes = createLanes(1),
): Database {
  const listeners: ((texts: readonly string[]) => void)[] = [];

  /** A write that was lost on its way may have been done: whoever listens hears of it too. */
  async function inTurn<T>(texts: readonly string[], work: () => Promise<T>): Promise<T> {
    try {
      return await lanes.run("", work);
    } finally {
      for (const hear of listeners) hear(texts);
    }
  }

  const write = (batch: Statement[]) =>
    inTurn(
      batch.map((statement) => statement.sql),
      () => client.batch(batch, "write"),
    );

  async function runOne(text: string, args: InValue[]): Promise<ResultSet> {
    const statement = { sql: text, args };
    if (/^\s*(select|values)\b/i.test(text)) return client.execute(statement);
    return inTurn([text], () => client.execute(statement));
  }

  const orm = drizzle(
    async (text, params: InValue[], method) => {
      const result = await runOne(text, params);
      const rows = result.rows.map((row) => Array.from(row));
      return Object.assign(
        { rows: method === "get" ? (rows[0] as unknown[]) : rows },
        counted(result),
      );
    },
    async (queries: { sql: string; params: InValue[]; method: string }[]) => {
      const results = await write(queries.map((query) => ({ sql: query.sql, args: query.params })));
      return results.map((result, index) => {
        const rows = result.rows.map((row) => Array.from(row));
        const one = queries[index]?.method === "get";
        return Object.assign({ rows: one ? (rows[0] as unknown[]) : rows }, counted(result));
      });
    },
  );

  return {
    orm,
    onWritten: (hear) => void listeners.push(hear),
    close: () => client.close(),
    async read(batch) {
      const results = await client.batch(batch, "read");
      return results.map((result) => result.rows as unknown as Row[]);
    },
    async write(batch) {
      const results = await write(batch);
      return results.map((result) => ({
        rows: result.rows as unknown as Row[],
        changed: result.rowsAffected,
      }));
    },
    async migrate(batch) {
      await lanes.run("", () => client.migrate(batch));
    },
  };
}

function counted(result: ResultSet): { rowsAffected: number } {
  return { rowsAffected: result.rowsAffected };
}

/** True when a batch was refused by a CHECK, UNIQUE or PRIMARY KEY: somebody was there first. */
export function isConstraintError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" && code.startsWith("SQLITE_CONSTRAINT");
}
