/** For a screen that opens: the day's backup, if one is due, once the screen has nothing better to do. */
export function backUpWhenIdle(): void {
  const wait = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 5000));
  wait(() => void backUp());
}

async function backUp(): Promise<void> {
  const [{ backUpIfDue }, { privateBackups }, { openDb }] = await Promise.all([
    import("./auto-backup"),
    import("./backup-files"),
    import("@/lib/data/db"),
  ]);
  // Two screens may open at once: one backup is enough, and none is owed to the other.
  await navigator.locks.request("rapport-backup", { ifAvailable: true }, async (lock) => {
    if (lock) await backUpIfDue(openDb(), privateBackups());
  });
}
