import { Dexie, type IntervalTree } from "dexie";
import type { RapportDb } from "@/lib/data/db";
import { maySave } from "@/lib/data/role";
import { tableNames } from "@/lib/data/shapes";
import { keysIn } from "./changed-keys";
import { TIDIED } from "./tidied";
import { createTidier } from "./tidier";

/** Without the right to these a pass could not write what it finds. */
const WRITTEN = ["people", "companies", "jobs", "merges"];
/** So long after a change what changed is looked at. */
const WAIT_MS = 2000;
/** After a long pass it rests so many times as long as it worked. */
const REST = 10;
/** What may have come from another device is met in any of these. */
const WATCHED = [...tableNames, "_base"];

/** Runs a pass when something changed and the notebook has come to rest. Returns how to wake it, and to stop. */
export function keepTidy(
  db: RapportDb,
  onError: (error: unknown) => void = () => {},
  waitMs = WAIT_MS,
) {
  const tidier = createTidier(db);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isWanted = false;
  let rest = waitMs;

  async function run(): Promise<void> {
    timer = undefined;
    isRunning = true;
    isWanted = false;
    const start = performance.now();
    try {
      // In a team others do it, whose role lets them.
      if (await maySave(db, WRITTEN)) await tidier.pass();
    } catch (error) {
      tidier.doubt();
      onError(error);
    }
    isRunning = false;
    rest = Math.max(waitMs, (performance.now() - start) * REST);
    if (isWanted) wake();
  }

  function wake(): void {
    isWanted = true;
    if (!isRunning) timer ??= setTimeout(() => void run(), rest);
  }

  function onChange(parts: Record<string, unknown>): void {
    for (const table of TIDIED) {
      const changed = parts[`idb://${db.name}/${table}/`];
      if (changed !== undefined) tidier.touch(table, keysIn(changed as IntervalTree));
    }
    if (WATCHED.some((name) => parts[`idb://${db.name}/${name}/`] !== undefined)) wake();
  }

  Dexie.on("storagemutated", onChange);
  return {
    wake,
    stop() {
      Dexie.on.storagemutated.unsubscribe(onChange);
      clearTimeout(timer);
    },
  };
}
