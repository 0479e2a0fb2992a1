import type { RapportDb } from "@/lib/data/db";
import { inOneTransaction } from "@/lib/data/transaction";
import { AppError } from "@/lib/platform/app-error";
import { pack, unpack } from "../snapshot/pack";
import type { Snapshot } from "../snapshot/tree";

/** What pages may take up here: the latest of each row, 200 rows, 300 KB each once packed, for 30 days. */
export const SNAPSHOT_LIMITS = { rows: 200, bytes: 300_000, days: 30 } as const;

/** What a page may be about; that of a list is of no row, and stays. */
const ROWS = ["people", "jobs", "companies"] as const;
const LIST = "lists/";

const DAY = 24 * 60 * 60_000;

export type SnapshotFate = "kept" | "cut" | "too-large" | "disk-full";

/**
 * Keeps the page in the place of the one before. What is too large, or finds no room, is not kept: the row it is
 * about has been written already and loses nothing by it.
 */
export async function keepSnapshot(
  db: RapportDb,
  key: string,
  snapshot: Snapshot,
): Promise<SnapshotFate> {
  const packed = await pack(snapshot);
  if (packed.byteLength > SNAPSHOT_LIMITS.bytes) {
    await eraseSnapshot(db, key);
    return "too-large";
  }
  const row = { key, at: snapshot.takenAt, bytes: packed.byteLength, packed };
  try {
    await inOneTransaction(db, ["_snapshots", ...ROWS], async () => {
      await db._snapshots.put(row);
      await sweep(db, Date.parse(snapshot.takenAt));
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "disk-full") throw error;
    return "disk-full";
  }
  return snapshot.isCut ? "cut" : "kept";
}

/** The page as it stood at the last capture of the row; undefined when there is none, or none that can be read. */
export async function readSnapshot(db: RapportDb, key: string): Promise<Snapshot | undefined> {
  const row = await db._snapshots.get(key);
  if (!row) return undefined;
  try {
    return await unpack(row.packed);
  } catch {
    // Bytes that a damaged disk gave back: the next capture brings the page again.
    return undefined;
  }
}

export async function eraseSnapshot(db: RapportDb, key: string): Promise<void> {
  await db._snapshots.delete(key);
}

export async function eraseAllSnapshots(db: RapportDb): Promise<void> {
  await db._snapshots.clear();
}

/** The kinds of list of which a page is kept: `connections`, `invitations-sent`. */
export async function keptLists(db: RapportDb): Promise<string[]> {
  const keys = await db._snapshots.where("key").startsWith(LIST).primaryKeys();
  return keys.map((key) => key.slice(LIST.length));
}

/** How much the kept pages take up. */
export async function weighSnapshots(db: RapportDb): Promise<{ count: number; bytes: number }> {
  let [count, bytes] = [0, 0];
  await db._snapshots.each((row) => {
    count += 1;
    bytes += row.bytes;
  });
  return { count, bytes };
}

/** Too old, too many, or of a row that is gone. Only keys are read: the pages stay where they lie. */
async function sweep(db: RapportDb, now: number): Promise<void> {
  const oldest = new Date(now - SNAPSHOT_LIMITS.days * DAY).toISOString();
  await db._snapshots.where("at").below(oldest).delete();
  const keys = await db._snapshots.orderBy("at").primaryKeys();
  const tooMany = keys.slice(0, Math.max(0, keys.length - SNAPSHOT_LIMITS.rows));
  await db._snapshots.bulkDelete([...tooMany, ...(await orphans(db, keys))]);
}

async function orphans(db: RapportDb, keys: string[]): Promise<string[]> {
  const found = new Set(keys.filter((key) => key.startsWith(LIST)));
  for (const table of ROWS) {
    const ids = keys.filter((key) => key.startsWith(`${table}/`)).map((key) => key.split("/")[1]);
    const there = await db[table]
      .where(":id")
      .anyOf(ids as string[])
      .primaryKeys();
    for (const id of there) found.add(`${table}/${id}`);
  }
  return keys.filter((key) => !found.has(key));
}
