import { openDb, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { SETTINGS_ID, type Settings } from "@/lib/model/settings";
import type { Json } from "@/lib/sync/json";
import type { SyncState } from "./sync-line";

export async function readSettings(db: RapportDb = openDb()): Promise<Settings | null> {
  return (await db.settings.get(SETTINGS_ID)) ?? null;
}

/** Every device makes the same row, so two that never met agree on it. */
export async function saveSettings(
  fields: Record<string, Json>,
  db: RapportDb = openDb(),
): Promise<void> {
  await save(db, [{ table: "settings", id: SETTINGS_ID, create: true, fields }]);
}

/** What the sync loop last said; a device where it never ran is signed out. */
export async function readSyncState(db: RapportDb = openDb()): Promise<SyncState> {
  const record = await db._meta.get("state");
  return (record?.value as SyncState | undefined) ?? { phase: "signed-out" };
}

/** Actions that wait to be sent. */
export function readWaiting(db: RapportDb = openDb()): Promise<number> {
  return db._outbox.count();
}

export function readRejectedCount(db: RapportDb = openDb()): Promise<number> {
  return db._rejected.count();
}
