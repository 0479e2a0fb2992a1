import "fake-indexeddb/auto";
import { connect, type RapportDb } from "@/lib/data/db";

let made = 0;

/** A database of its own for one test. */
export function freshDb(): RapportDb {
  made += 1;
  return connect(`test-${made}-${Math.random().toString(36).slice(2)}`);
}

/** Everything a database holds, table by table: what "nothing changed" is held against. */
export async function everything(db: RapportDb): Promise<Record<string, unknown[]>> {
  const held = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(held.filter(([, rows]) => rows.length > 0));
}
