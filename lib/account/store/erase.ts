import { Dexie } from "dexie";
import { PERSONAL } from "@/lib/platform/chosen-workspace";
import { connect, openPersonal, type RapportDb } from "@/lib/data/db";
import { browser } from "@/lib/platform/browser";

/**
 * Everything of ours on this device: the notebook, those of teams, what waits to be sent, backups, sessions,
 * keys, drafts, choices; `keep` names what of the browser's storage stays. The server is not asked: what it
 * holds stays there, and comes back only if one signs in again.
 */
export async function eraseDevice({
  db = openPersonal(),
  area = globalThis.localStorage,
  keep = [],
}: {
  db?: RapportDb;
  /** A worker has none; the screens empty theirs when they hear of it. */
  area?: Pick<Storage, "clear"> | undefined;
  keep?: readonly string[];
} = {}): Promise<void> {
  // Signed out first, and no round of the sync under way: nothing may come back behind the broom.
  const stored = Object.keys(await browser.storage.local.get(null));
  await browser.storage.local.remove(stored.filter((key) => !keep.includes(key)));
  await emptied(db);
  const names = (await Dexie.getDatabaseNames()).filter((name) => name !== db.name);
  for (const name of names) {
    // Emptied before it goes: a screen that still has it open must show nothing.
    if (name.startsWith(`${PERSONAL}.`)) await emptied(connect(name)).catch(() => undefined);
  }
  await Promise.all(names.map((name) => Dexie.delete(name)));
  await eraseFiles();
  await browser.storage.session.clear();
  area?.clear();
}

async function emptied(db: RapportDb): Promise<void> {
  await navigator.locks.request(`rapport-sync:${db.name}`, () =>
    db.transaction("rw", db.tables, () => Promise.all(db.tables.map((table) => table.clear()))),
  );
}

/** Backups lie in the browser's private folder, beside the database. */
async function eraseFiles(): Promise<void> {
  if (!navigator.storage?.getDirectory) return;
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
}
