import { mayWrite, type Role } from "@/lib/model/role";
import type { RapportDb } from "./db";

const ROLE = "role";

/** As what one is in the workspace of this database. One's own has no role: everything may be written there. */
export async function readRole(db: RapportDb): Promise<Role | undefined> {
  return (await db._meta.get(ROLE))?.value as Role | undefined;
}

export async function writeRole(db: RapportDb, role: Role): Promise<void> {
  if ((await readRole(db)) !== role) await db._meta.put({ key: ROLE, value: role });
}

/** For what the product does by itself: whether the server would take it, asked before anything is written. */
export async function maySave(db: RapportDb, tables: readonly string[]): Promise<boolean> {
  const role = await readRole(db);
  return role === undefined || tables.every((table) => mayWrite(role, table));
}
