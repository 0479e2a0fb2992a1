import type { RapportDb } from "./db";
import { entryOf, writeEntries } from "./entries";
import { tableNames } from "./shapes";
import { inOneTransaction } from "./transaction";

/** Rows of a table this version has come to know take their place in it. */
export async function adoptUnknown(db: RapportDb): Promise<void> {
  const keys = await db._unknown.where("tbl").anyOf(tableNames).primaryKeys();
  if (keys.length === 0) return;
  const stores = db.tables.map(({ name }) => name);
  await inOneTransaction(db, stores, async () => {
    const found = await db._unknown.bulkGet(keys);
    await writeEntries(
      db,
      found.flatMap((record) => (record ? [entryOf(record.key, record)] : [])),
    );
    await db._unknown.bulkDelete(keys);
  });
}
