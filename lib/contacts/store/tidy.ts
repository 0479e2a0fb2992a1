import { Dexie, type IntervalTree } from "dexie";
import type { RapportDb } from "@/lib/data/db";
import { maySave } from "@/lib/data/role";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";
import { likeableOf, type Likeable } from "../likeness/likeable";
import { sureCompanies, surePeople, type Sure } from "../merging/sure-pairs";
import type { MergedTable } from "../merging/references";
import { keysIn } from "./changed-keys";
import { findLikely } from "./likely";
import { giveKeys, linkCompanies, openDirectory } from "./link-companies";
import { mergeRows } from "./merges";
import { reconcile } from "./reconcile";

/** Without the right to these a pass could not write what it finds. */
const WRITTEN = ["people", "companies", "jobs", "merges"];
const SLICE = 250;
/** So long after a change everything is looked through. */
const WAIT_MS = 2000;
/** A large notebook is not looked through all the time: it rests so many times as long as it worked. */
const REST = 10;

type Ids = Iterable<string> | "all";

/** Lets whatever waits go first: a capture, a key stroke. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Keeps people, companies and jobs of the notebook together: links them, makes one of what is surely one, and
 * notes what may be. It does only what follows from the rows, so that all devices come to the same and a second
 * pass finds nothing to do.
 */
export function createTidier(
  db: RapportDb,
  pause: () => Promise<void> = nextTask,
  now: () => Date = () => new Date(),
) {
  const known = new Map<string, Likeable>();
  let people: Set<string> | "all" = "all";
  let jobs: Set<string> | "all" = "all";
  let hasKeys = false;

  /** Rows that changed since the last pass. */
  function touch(table: "people" | "jobs", ids: Ids): void {
    const held = table === "people" ? people : jobs;
    const next = held === "all" || ids === "all" ? "all" : new Set([...held, ...ids]);
    if (table === "people") people = next;
    else jobs = next;
  }

  async function pass(): Promise<void> {
    const [changedPeople, changedJobs] = [people, jobs];
    [people, jobs] = [new Set(), new Set()];
    const at = now();
    if (!hasKeys) await giveKeys(db, at.getTime());
    hasKeys = true;
    await mergeSure(db, "companies", pause, at);
    const directory = await openDirectory(db);
    const left = await withLostEmployer(db);
    if (left.length > 0 && changedPeople !== "all") for (const id of left) changedPeople.add(id);
    if (changedPeople === "all") known.clear();
    for await (const some of rowsOf<Person>(db, "people", changedPeople, pause)) {
      await linkCompanies(db, directory, { people: some.rows, jobs: [] }, at.getTime());
      for (const id of some.ids) known.delete(id);
      for (const row of some.rows) known.set(row.id, likeableOf(row));
    }
    for await (const some of rowsOf<Job>(db, "jobs", changedJobs, pause)) {
      await linkCompanies(db, directory, { people: [], jobs: some.rows }, at.getTime());
    }
    for (const id of await mergeSure(db, "people", pause, at)) known.delete(id);
    await reconcile(db, at);
    await findLikely(db, [...known.values()], pause);
  }

  return { touch, pass };
}

/** Whose company was taken back with an import, or erased: they are linked anew. */
async function withLostEmployer(db: RapportDb): Promise<string[]> {
  const there = new Set(await db.companies.toCollection().primaryKeys());
  const linked = await db.people.orderBy("employerId").uniqueKeys();
  const lost = linked.filter((id) => typeof id === "string" && !there.has(id));
  return lost.length === 0 ? [] : db.people.where("employerId").anyOf(lost).primaryKeys();
}

async function mergeSure(
  db: RapportDb,
  tbl: MergedTable,
  pause: () => Promise<void>,
  now: Date,
): Promise<string[]> {
  const gone: string[] = [];
  for (const { ids, why } of await surePairs(db, tbl)) {
    const merged = await mergeRows({ tbl, ids, by: "product", because: why }, db, now);
    if (merged !== undefined) gone.push(ids[1]);
    await pause();
  }
  return gone;
}

/** Told by the indexes alone; only rows that share a key are read. */
async function surePairs(db: RapportDb, tbl: MergedTable): Promise<Sure[]> {
  if (tbl === "companies") {
    const ids = await sharing(db, "companies", "keys");
    return sureCompanies((await db.companies.bulkGet(ids)).filter((row) => row !== undefined));
  }
  const ids = new Set([
    ...(await sharing(db, "people", "memberUrn")),
    ...(await sharing(db, "people", "publicId")),
  ]);
  return surePeople((await db.people.bulkGet([...ids])).filter((row) => row !== undefined));
}

async function sharing(db: RapportDb, tbl: MergedTable, index: string): Promise<string[]> {
  const byKey = new Map<unknown, string[]>();
  await db
    .table<unknown, string>(tbl)
    .orderBy(index)
    .eachKey((key, { primaryKey }) => {
      const ids = byKey.get(key);
      if (ids) ids.push(primaryKey);
      else byKey.set(key, [primaryKey]);
    });
  return [...byKey.values()].filter((ids) => ids.length > 1).flat();
}

async function* rowsOf<R extends { id: string }>(
  db: RapportDb,
  table: "people" | "jobs",
  wanted: Ids,
  pause: () => Promise<void>,
): AsyncGenerator<{ ids: readonly string[]; rows: R[] }> {
  const ids = wanted === "all" ? await db.table(table).toCollection().primaryKeys() : [...wanted];
  for (let from = 0; from < ids.length; from += SLICE) {
    const slice = ids.slice(from, from + SLICE) as string[];
    const rows = await db.table<R, string>(table).bulkGet(slice);
    yield { ids: slice, rows: rows.filter((row) => row !== undefined) };
    await pause();
  }
}

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
      tidier.touch("people", "all");
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
    let isOurs = false;
    for (const table of ["people", "jobs"] as const) {
      const changed = parts[`idb://${db.name}/${table}/`];
      if (changed === undefined) continue;
      tidier.touch(table, keysIn(changed as IntervalTree));
      isOurs = true;
    }
    const others = ["companies", "merges", "_base", "interactions", "messages"];
    if (isOurs || others.some((name) => parts[`idb://${db.name}/${name}/`] !== undefined)) wake();
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
