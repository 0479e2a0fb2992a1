import type { QueryClient } from "@tanstack/react-query";
import { Dexie, RangeSet } from "dexie";
import { chosenName, PERSONAL } from "@/lib/platform/chosen-workspace";
import type { RapportDb } from "./db";
import { tableNames } from "./shapes";

type Queries = Pick<QueryClient, "invalidateQueries">;

/** Calls of `holdWatching` not released yet, and what to do when the last one is. */
let holds = 0;
const held = new Set<() => void>();

/**
 * Screens keep what they show until released: while thousands of rows are written, reading them again and again
 * would only stop the hand. What changed meanwhile is read once, at the release. Returns how to release.
 */
export function holdWatching(): () => void {
  holds++;
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    if (--holds === 0) for (const readChanged of held) readChanged();
  };
}

function isHeld(): boolean {
  return holds > 0;
}

/**
 * Whatever context changed a table (this page, the panel, the background), the queries whose key
 * begins with the table's name are read again. While they are being read, further changes wait for
 * one more reading: a long import cannot pile them up. Returns how to stop.
 */
export function watch(queries: Queries, name = chosenName()): () => void {
  const changed = new Set<string>();
  const reading = new Set<string>();

  async function read(table: string): Promise<void> {
    reading.add(table);
    while (!isHeld() && changed.delete(table)) {
      await queries.invalidateQueries({ queryKey: [table] });
    }
    reading.delete(table);
  }

  function onChange(parts: Record<string, unknown>): void {
    const tables = changedTables(parts, name);
    for (const table of tables) changed.add(table);
    // Rows that came in whole pages are listed before they are in their tables.
    if (tables.has("_staged")) for (const table of tableNames) changed.add(table);
    readChanged();
  }

  function readChanged(): void {
    if (isHeld()) return;
    for (const table of changed) if (!reading.has(table)) void read(table);
  }

  held.add(readChanged);
  Dexie.on("storagemutated", onChange);
  return () => {
    held.delete(readChanged);
    Dexie.on.storagemutated.unsubscribe(onChange);
  };
}

/** For what is shown with a table and stands beside the database: to every context as if a row had been written. */
export function tellOfChange(db: RapportDb, table: string): void {
  const everyKey = new RangeSet(Number.NEGATIVE_INFINITY, [[]]);
  Dexie.on.storagemutated.fire({ [`idb://${db.name}/${table}/`]: everyKey });
}

/** How the sync of a workspace stands, which is said whichever of them is shown. */
const STANDING: ReadonlySet<string> = new Set(["_meta", "_outbox", "_rejected", "_rounds"]);

/**
 * Dexie names what changed `idb://database/table/index`. Of other workspaces a screen shows how their
 * sync stands, and of the personal one the settings.
 */
export function changedTables(parts: Record<string, unknown>, name: string): Set<string> {
  const found = new Set<string>();
  for (const part of Object.keys(parts)) {
    const [database, table] = part.slice("idb://".length).split("/");
    if (!table) continue;
    const isOurs = database === PERSONAL || database?.startsWith(`${PERSONAL}.`);
    const isShared =
      isOurs && (STANDING.has(table) || (database === PERSONAL && table === "settings"));
    if (database === name || isShared) found.add(table);
  }
  return found;
}
