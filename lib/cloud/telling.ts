import type { RapportDb } from "@/lib/data/db";
import { tellOfChange } from "@/lib/data/watch";
import { AppError } from "@/lib/platform/app-error";
import type { CloudStorage } from "./session";
import { changeStatus, statusWith, toldAsideKey, type SyncStatus } from "./status";

/**
 * Tells screens how the sync stands. A full disk takes not even that, and what was told before would be believed:
 * the state then stands in `memory` that every context shares, until the disk takes one again.
 */
export function createTelling(db: RapportDb, memory?: CloudStorage) {
  const key = toldAsideKey(db.name);
  // A worker that was killed may have left one.
  let mayStand = true;

  async function takeBack(): Promise<void> {
    if (!mayStand || !memory) return;
    mayStand = false;
    if ((await memory.read(key)) === undefined) return;
    await memory.remove(key);
    tellOfChange(db, "_meta");
  }

  return async function tell(change: Partial<SyncStatus>): Promise<SyncStatus> {
    try {
      const status = await changeStatus(db, change);
      await takeBack();
      return status;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "disk-full") throw error;
      const aside = { ...change, phase: "attention", error: "no-room-to-sync" } as const;
      const status = await statusWith(db, aside);
      mayStand = true;
      await memory?.write(key, status);
      tellOfChange(db, "_meta");
      return status;
    }
  };
}
