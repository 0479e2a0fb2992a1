import type { RapportDb } from "./db";
import { createSyncStore } from "./sync-store";

/**
 * Rows of a first sync that still wait in whole pages take their places now. For whoever is about to look
 * through an index, or at every row of a table: a row that waits is in neither.
 */
export async function unfoldStaged(db: RapportDb): Promise<void> {
  if ((await db._staged.count()) === 0) return;
  const store = createSyncStore(db);
  while ((await store.unfold()) === "again");
}
