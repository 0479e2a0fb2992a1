import { stampMs } from "@/lib/sync/clock";
import { stampOf } from "@/lib/sync/merge";
import type { RapportDb } from "./db";

export const DAY = 24 * 60 * 60_000;
/** As long as the server keeps a tombstone: until then a deletion can be undone. */
const KEPT_DAYS = 90;

const STORES = [
  "_base",
  "_local",
  "_unparsed",
  "_readings",
  "_snapshots",
  "_outbox",
  "_meta",
] as const;

/** Once a day: what was deleted 90 days ago, here and on the server, leaves the disk. */
export async function forgetDeleted(db: RapportDb, now: number): Promise<void> {
  await db.transaction("rw", STORES, async () => {
    const before = await db._meta.get("forgotten");
    if (typeof before?.value === "number" && now - before.value < DAY) return;
    await db._meta.put({ key: "forgotten", value: now });
    const old: string[] = [];
    await db._base.each(({ key, local, base }) => {
      // Under pending edits, or never on the server: the outbox still speaks of it.
      if (!local?.del || base || local.seq === undefined) return;
      const deleted = stampOf(local, "_del") ?? local.hlc;
      if (stampMs(deleted) < now - KEPT_DAYS * DAY) old.push(key);
    });
    await db._base.bulkDelete(old);
    await db._local.bulkDelete(old);
    await db._unparsed.bulkDelete(old);
    await db._readings.bulkDelete(old);
    await db._snapshots.bulkDelete(old);
  });
}
