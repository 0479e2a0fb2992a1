import type { RapportDb } from "@/lib/data/db";
import { readSyncMeta } from "@/lib/data/meta";
import type { AppErrorCode } from "@/lib/platform/app-error";
import { stampMs } from "@/lib/sync/clock";

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

const STATE = "state";
const OWNER = "owner";

export async function readStatus(db: RapportDb): Promise<SyncStatus> {
  const record = await db._meta.get(STATE);
  return (record?.value as SyncStatus | undefined) ?? { phase: "signed-out", waiting: 0 };
}

export function changeStatus(db: RapportDb, change: Partial<SyncStatus>): Promise<SyncStatus> {
  return db.transaction("rw", db._meta, db._outbox, async () => {
    const next = { ...(await readStatus(db)), ...(await readStanding(db)), ...change };
    await db._meta.put({ key: STATE, value: next });
    return next;
  });
}

/** Whether everything up to this sequence of the server's is here. */
export async function hasPulled(db: RapportDb, seq: number): Promise<boolean> {
  const { since } = await readSyncMeta(db);
  return since !== null && since >= seq;
}

export async function hasWaiting(db: RapportDb): Promise<boolean> {
  return (await readStanding(db)).waiting > 0;
}

type Standing = Pick<SyncStatus, "waiting" | "waitingSince" | "first" | "unfolding">;

async function readStanding(db: RapportDb): Promise<Standing> {
  const { acked, snap, staged: unfolding } = await readSyncMeta(db);
  const first = snap && { pulled: snap.pulled ?? 0, about: snap.about ?? 0 };
  const records = db._outbox.where("n").above(acked);
  const waiting = await records.count();
  const oldest = waiting > 0 ? await records.first() : undefined;
  const [register] = Object.values(oldest?.muts[0]?.fields ?? {});
  const waitingSince = register && new Date(stampMs(register[1])).toISOString();
  return { waiting, waitingSince, first, unfolding };
}

export async function readOwner(db: RapportDb): Promise<Owner | undefined> {
  return (await db._meta.get(OWNER))?.value as Owner | undefined;
}

export async function writeOwner(db: RapportDb, owner: Owner): Promise<void> {
  await db._meta.put({ key: OWNER, value: owner });
}
