import { Dexie } from "dexie";
import { PERSONAL } from "@/lib/platform/chosen-workspace";
import { connect, openPersonal, type RapportDb } from "@/lib/data/db";
import { clearBadges } from "@/lib/platform/badge";
import { browser } from "@/lib/platform/browser";
import { emptyScreenStorage } from "@/lib/platform/screen-storage";

/**
 * Everything of ours on this device: the notebook, those of teams, what waits to be sent, backups, sessions,
 * keys, drafts, choices, what the toolbar says; `keep` names what of the browser's storage stays. The server is
 * not asked: what it holds stays there, and comes back only if one signs in again.
 */
export async function eraseDevice({
  db = openPersonal(),
  keep = [],
}: {
  db?: RapportDb;
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
  await eraseTraces();
}

/** Of a team that is no longer on this device: what lay beside its database. */
export function eraseTeamTraces(database: string): Promise<void> {
  return eraseTraces(`${database}.`);
}

/** What lies outside the databases: drafts that screens kept, what was last said of each tab, and its badge. */
async function eraseTraces(start = ""): Promise<void> {
  await browser.storage.session.clear();
  await emptyScreenStorage(start);
  await clearBadges();
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
