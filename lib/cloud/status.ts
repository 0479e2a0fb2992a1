import type { RapportDb } from "@/lib/data/db";
import { readSyncMeta } from "@/lib/data/meta";
import { inOneTransaction } from "@/lib/data/transaction";
import type { AppErrorCode } from "@/lib/platform/app-error";
import { stampMs, type Stamp } from "@/lib/sync/clock";
import type { OutboxRecord } from "@/lib/sync/overlay";

export type SyncPhase = "idle" | "syncing" | "offline" | "signed-out" | "attention";

/** What a screen may say about the sync; one record of `_meta`, so that every context can watch it. */
export type SyncStatus = {
  phase: SyncPhase;
  /** Actions not yet known to the server, and when the oldest of them was made (ISO). */
  waiting: number;
  waitingSince?: string | undefined;
  /** A first sync (or one begun anew) under way: rows here so far, and about how many there are. */
  first?: { pulled: number; about: number } | undefined;
  /** Rows that came and wait in whole pages to take their places. */
  unfolding?: number | undefined;
  /** When a pull was last complete (ISO). */
  lastPullAt?: string | undefined;
  /** Why it does not go on; kept until it does. */
  error?: AppErrorCode | undefined;
  /** Not before this moment (ms), unless a person asks. */
  nextTryAt?: number | undefined;
};

/** Whose notebook this is: set at the first sync, so that two people's are never mixed. */
export type Owner = { userId: string; workspaceId: string; email: string };

/** Where it stands while its own database takes nothing. */
export const toldAsideKey = (database: string) => `sync.aside:${database}`;

const STATE = "state";
const OWNER = "owner";

export async function readStatus(db: RapportDb): Promise<SyncStatus> {
  const record = await db._meta.get(STATE);
  return (record?.value as SyncStatus | undefined) ?? { phase: "signed-out", waiting: 0 };
}

/** @throws AppError("disk-full") */
export function changeStatus(db: RapportDb, change: Partial<SyncStatus>): Promise<SyncStatus> {
  return inOneTransaction(db, ["_meta", "_outbox"], async () => {
    const next = await statusWith(db, change);
    await db._meta.put({ key: STATE, value: next });
    return next;
  });
}

export async function statusWith(db: RapportDb, change: Partial<SyncStatus>): Promise<SyncStatus> {
  const before = await readStatus(db);
  const isProgress = before.phase === "syncing" && change.phase === undefined;
  return { ...before, ...(await readStanding(db, isProgress)), ...change };
}

/** Whether there is something to send, and not before when; where a round begins, and whose notebook it is about. */
export function readOutlook(db: RapportDb) {
  return db.transaction("r", ["_meta", "_outbox"], async () => {
    const [meta, { nextTryAt }, owner] = await Promise.all([
      readSyncMeta(db),
      readStatus(db),
      readOwner(db),
    ]);
    const { since, snap } = meta;
    const hasWaiting = meta.n > meta.acked && (await countWaiting(db, meta.acked)) > 0;
    return { hasWaiting, nextTryAt, since, isSnapDue: since === null && !snap, owner };
  });
}
export type Outlook = Awaited<ReturnType<typeof readOutlook>>;

type Counts = Pick<SyncStatus, "waiting" | "first" | "unfolding">;

async function readCounts(db: RapportDb): Promise<Counts> {
  const { acked, snap, staged: unfolding } = await readSyncMeta(db);
  const first = snap && { pulled: snap.pulled ?? 0, about: snap.about ?? 0 };
  return { waiting: await countWaiting(db, acked), first, unfolding };
}

function countWaiting(db: RapportDb, acked: number): PromiseLike<number> {
  return db._outbox.where("n").above(acked).count();
}

/**
 * While records leave one after the other, since when they wait stays as it was: to tell it anew each time, each
 * record would be read once more.
 */
async function readStanding(
  db: RapportDb,
  isProgress: boolean,
): Promise<Counts & Pick<SyncStatus, "waitingSince">> {
  const counts = await readCounts(db);
  if (counts.waiting === 0) return { ...counts, waitingSince: undefined };
  if (isProgress) return counts;
  const { cid, acked } = await readSyncMeta(db);
  return { ...counts, waitingSince: await madeAt(db, cid, acked) };
}

const oldest = new WeakMap<RapportDb, { name: string; madeAt: string | undefined }>();

/** When the first record after `acked` was made. It may weigh a megabyte, so it is read once. */
async function madeAt(db: RapportDb, cid: string, acked: number): Promise<string | undefined> {
  const name = `${cid}/${acked}`;
  const known = oldest.get(db);
  if (known?.name === name) return known.madeAt;
  const record = await db._outbox.where("n").above(acked).first();
  const stamp = record && stampOf(record);
  const found = stamp && new Date(stampMs(stamp)).toISOString();
  oldest.set(db, { name, madeAt: found });
  return found;
}

/** Without reading a large record's mutations out of its columns. */
function stampOf(record: OutboxRecord): Stamp | undefined {
  const { columns } = record;
  const made = columns?.creates[0] ?? columns?.patches[0];
  if (made) return made.hlc[0] || undefined;
  return Object.values(record.muts[0]?.fields ?? {})[0]?.[1];
}

async function readOwner(db: RapportDb): Promise<Owner | undefined> {
  return (await db._meta.get(OWNER))?.value as Owner | undefined;
}

/** @throws AppError("disk-full") */
export async function writeOwner(db: RapportDb, owner: Owner): Promise<void> {
  await inOneTransaction(db, ["_meta"], () => db._meta.put({ key: OWNER, value: owner }));
}
