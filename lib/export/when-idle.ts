import type { RapportDb } from "@/lib/data/db";

/** For a screen that opens: the day's backup, if one is due, once the screen has nothing better to do. */
export function backUpWhenIdle(db: RapportDb): void {
  const wait = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 5000));
  wait(() => void backUp(db));
}

async function backUp(db: RapportDb): Promise<void> {
  const [{ backUpIfDue }, { privateBackups }] = await Promise.all([
    import("./auto-backup"),
    import("./backup-files"),
  ]);
  // Two screens may open at once: one backup is enough, and none is owed to the other.
  await navigator.locks.request("rapport-backup", { ifAvailable: true }, async (lock) => {
    if (lock) await backUpIfDue(db, privateBackups());
  });
}
