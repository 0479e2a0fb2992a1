import { newClientId } from "@/lib/sync/clock";
import { newMeta, type SyncMeta } from "@/lib/sync/client-state";
import type { RapportDb } from "./db";

const SYNC = "sync";

/** The device's place in the sync; made at the first use. */
export async function readSyncMeta(db: RapportDb): Promise<SyncMeta> {
  const record = await db._meta.get(SYNC);
  return record ? (record.value as SyncMeta) : newMeta(newClientId());
}

export async function writeSyncMeta(db: RapportDb, meta: SyncMeta): Promise<void> {
  await db._meta.put({ key: SYNC, value: meta });
}
