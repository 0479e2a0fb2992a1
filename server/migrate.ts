import { migrations } from "../drizzle/migrations";
import { isConstraintError, sql, type Database } from "./database";

const LEDGER = "create table if not exists migration (tag text primary key, at integer not null)";

/** Brings the database to today's tables; costs one read when nothing is to be done. */
export async function migrate(database: Database, now = Date.now): Promise<void> {
  const done = await applied(database);
  for (const { tag, statements } of migrations) {
    if (done.has(tag)) continue;
    const mark = sql("insert into migration (tag, at) values (?, ?)", tag, now());
    try {
      await database.migrate([mark, ...statements.map((text) => sql(text))]);
    } catch (error) {
      // Another server starting at the same moment was faster; its batch did the whole of it.
      if (!isConstraintError(error) || !(await applied(database)).has(tag)) throw error;
    }
  }
}

async function applied(database: Database): Promise<Set<unknown>> {
  const [tables] = await database.read([
    sql("select 1 from sqlite_master where type = 'table' and name = 'migration'"),
  ]);
  if (tables?.length === 0) await database.migrate([sql(LEDGER)]);
  const [list] = await database.read([sql("select tag from migration")]);
  return new Set(list?.map(({ tag }) => tag));
}
