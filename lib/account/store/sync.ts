import { readRounds } from "@/lib/cloud/rounds";
import { readStatus, toldAsideKey, type SyncStatus } from "@/lib/cloud/status";
import { PERSONAL } from "@/lib/platform/chosen-workspace";
import { openDb, type RoundRecord } from "@/lib/data/db";
import { readItem } from "@/lib/platform/storage";
import { registry } from "@/lib/workspaces/extension-registry";
import { listDeparted } from "@/lib/workspaces/store/unsent";
import { together } from "../together";

/** How the sync of one workspace stands on this device. */
export type Standing = {
  database: string;
  name: string | undefined;
  status: SyncStatus;
  refused: number;
};

/** One's own notebook first, then the teams. */
export async function readStandings(): Promise<Standing[]> {
  const teams = await registry.teams();
  const all = [{ database: PERSONAL, name: undefined }, ...teams];
  return Promise.all(
    all.map(async ({ database, name }) => {
      const db = openDb(database);
      const [kept, aside, refused] = await Promise.all([
        readStatus(db),
        readItem<SyncStatus>("session", toldAsideKey(database)),
        db._rejected.count(),
      ]);
      return { database, name, status: aside ?? kept, refused };
    }),
  );
}

export type Sync = { status: SyncStatus; rejected: number; departed: number };

/** All workspaces in one: what needs a person anywhere is said everywhere. */
export async function readSync(): Promise<Sync> {
  const [standings, departed] = await Promise.all([readStandings(), listDeparted()]);
  return {
    status: together(standings.map(({ status }) => status)),
    rejected: standings.reduce((sum, { refused }) => sum + refused, 0),
    departed: departed.filter(({ edits }) => edits.length > 0).length,
  };
}

/** One sync, and the team it was of. */
export type Round = Omit<RoundRecord, "id"> & { name: string | undefined };

/** The last syncs of all workspaces, newest first: how much moved, never what. */
export async function readLastRounds(limit = 10): Promise<Round[]> {
  const all = await Promise.all(
    (await readStandings()).map(async ({ database, name }) => {
      const records = await readRounds(openDb(database));
      return records.map(({ id: _id, ...one }): Round => ({ ...one, name }));
    }),
  );
  return all
    .flat()
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, limit);
}

/** What may be shown to whoever helps: how the sync went, and nothing of what was synced. */
export async function syncLog(version: string, now: Date = new Date()): Promise<Blob> {
  const standings = await readStandings();
  const content = {
    format: "rapport-sync-log",
    writtenAt: now.toISOString(),
    version,
    // A team's name may say more than its members want to: they are numbered.
    workspaces: standings.map(({ status, refused }, number) => ({ number, ...status, refused })),
    syncs: (await readLastRounds(100)).map(({ name, ...one }) => ({
      workspace: standings.findIndex((standing) => standing.name === name),
      ...one,
    })),
  };
  return new Blob([JSON.stringify(content, null, 2)], { type: "application/json" });
}
