import { Dexie } from "dexie";
import { PERSONAL } from "@/lib/platform/chosen-workspace";
import { openDb, type RapportDb } from "@/lib/data/db";
import { writeRole } from "@/lib/data/role";
import type { Role } from "@/lib/model/role";

/**
 * Takes a team's rows off this device. Emptied first, in one transaction, so that a screen which still has
 * it open shows nothing; the database itself goes when nobody holds it.
 */
export async function dropDatabase(db: RapportDb): Promise<void> {
  await db.transaction("rw", db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  await db.delete({ disableAutoOpen: false });
}

/** Databases of teams no longer known here: an empty one is what a screen left behind. */
export async function sweepDatabases(known: readonly string[]): Promise<void> {
  for (const name of await Dexie.getDatabaseNames()) {
    if (!name.startsWith(`${PERSONAL}.`) || known.includes(name)) continue;
    const db = openDb(name);
    const counts = await Promise.all(db.tables.map((table) => table.count()));
    if (counts.every((count) => count === 0)) await db.delete({ disableAutoOpen: false });
  }
}

/** As what one is in the team, where every write asks for it. */
export function keepRole(db: RapportDb, role: Role): Promise<void> {
  return writeRole(db, role);
}
