import { Dexie } from "dexie";
import { openDb, type RapportDb } from "@/lib/data/db";
import { readSyncMeta } from "@/lib/data/meta";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import type { Person } from "@/lib/model/person";
import { tables, type TableName } from "@/lib/model/tables";
import type { LastBackup } from "./backup-schedule";
import type { Row } from "./csv";

const PAGE = 1000;

/** A table page by page, in the order its rows were made. */
export async function* readPages(db: RapportDb, table: TableName): AsyncGenerator<Row[]> {
  await unfoldStaged(db);
  let after: string | typeof Dexie.minKey = Dexie.minKey;
  for (;;) {
    const page: Row[] = await db.table(table).where("id").above(after).limit(PAGE).toArray();
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)?.["id"] as string;
  }
}

export async function countRows(db: RapportDb): Promise<Partial<Record<TableName, number>>> {
  await unfoldStaged(db);
  const counts: Partial<Record<TableName, number>> = {};
  for (const table of Object.keys(tables) as TableName[]) {
    const count = await db.table(table).count();
    if (count > 0) counts[table] = count;
  }
  return counts;
}

/** The person of that id, else the owner of the notebook. */
export async function readPerson(
  db: RapportDb,
  id: string | undefined,
): Promise<Person | undefined> {
  if (id !== undefined) return db.people.get(id);
  return db.people.filter(({ isSelf }) => isSelf === true).first();
}

/** Whether the notebook knows whose it is: without, there is no résumé to write. */
export async function hasOwnProfile(db: RapportDb = openDb()): Promise<boolean> {
  return (await readPerson(db, undefined)) !== undefined;
}

const LAST_BACKUP = "lastBackup";

/** How the notebook's clock stands: the same as before where nothing was written since. */
export async function readClock(db: RapportDb): Promise<string> {
  const { clock, n } = await readSyncMeta(db);
  return `${clock.ms}.${clock.counter}.${n}`;
}

export async function readLastBackup(db: RapportDb): Promise<LastBackup | undefined> {
  return (await db._meta.get(LAST_BACKUP))?.value as LastBackup | undefined;
}

export async function writeLastBackup(db: RapportDb, last: LastBackup): Promise<void> {
  await db._meta.put({ key: LAST_BACKUP, value: last });
}
