import type { RapportDb } from "@/lib/data/db";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";
import { giveWay } from "@/lib/platform/giving-way";
import { likeableOf, type Likeable } from "../likeness/likeable";
import { findLikely, findLikelyOf } from "./likely";
import { giveKeys, linkCompanies, openDirectory } from "./link-companies";
import { reconcile } from "./reconcile";
import { mergeSure } from "./sure";
import {
  changedSince,
  nothing,
  readMark,
  TIDIED,
  whereItStands,
  writeMark,
  type Changed,
  type TidiedTable,
} from "./tidied";

/**
 * What one transaction writes: a capture waits no longer than this takes, and Dexie still names the rows one by one
 * (below 50), so that a list of everyone reads these anew and not all there are.
 */
const SLICE = 40;
/** With more rows than this changed, looking through everything is the shorter way. */
const MANY = 500;

/**
 * Keeps people, companies and jobs of the notebook together: links them, makes one of what is surely one, and
 * notes what may be. It does only what follows from the rows, so that all devices come to the same and a second
 * pass finds nothing to do. A pass looks at what changed since the last one, through indexes: what a capture costs
 * does not grow with the notebook.
 */
export function createTidier(
  db: RapportDb,
  pause: () => Promise<void> = giveWay,
  now: () => Date = () => new Date(),
) {
  let changed = nothing();
  let isWhole = false;
  let isFirst = true;

  /** Rows that changed since the last pass; "all" where it is not known which. */
  function touch(table: TidiedTable, ids: Iterable<string> | "all"): void {
    if (ids === "all") isWhole = true;
    else for (const id of ids) changed[table].add(id);
  }

  /** Of what changed nothing is sure any more: the next pass looks through everything. */
  function doubt(): void {
    isWhole = true;
  }

  async function pass(): Promise<void> {
    const at = now();
    const mark = await readMark(db);
    const before = await changedSince(db, mark, at);
    const standing = await whereItStands(db);
    const taken = isFirst && before ? together(before, changed) : changed;
    const everything =
      isWhole || (isFirst && !before) || TIDIED.some((one) => taken[one].size > MANY);
    [changed, isWhole, isFirst] = [nothing(), false, false];
    if (everything) await lookThrough(db, pause, at);
    else await lookAt(db, taken, pause, at);
    const wholeAt = everything || !mark ? at.toISOString() : mark.wholeAt;
    await writeMark(db, { ...standing, wholeAt });
  }

  return { touch, doubt, pass };
}

async function lookThrough(db: RapportDb, pause: () => Promise<void>, at: Date): Promise<void> {
  await giveKeys(db, "all", at.getTime());
  await mergeSure(db, "companies", "all", pause, at);
  const directory = await openDirectory(db);
  const known = new Map<string, Likeable>();
  for await (const people of slicesOf<Person>(db, "people", pause)) {
    await linkCompanies(db, directory, { people, jobs: [] }, at.getTime());
    for (const row of people) known.set(row.id, likeableOf(row));
  }
  for await (const jobs of slicesOf<Job>(db, "jobs", pause)) {
    await linkCompanies(db, directory, { people: [], jobs }, at.getTime());
  }
  const { gone } = await mergeSure(db, "people", "all", pause, at);
  for (const id of gone) known.delete(id);
  await reconcile(db, at);
  await findLikely(db, [...known.values()], pause);
}

async function lookAt(
  db: RapportDb,
  changed: Changed,
  pause: () => Promise<void>,
  at: Date,
): Promise<void> {
  const ids = new Set([...changed.people, ...(await ofPairs(db, changed.merges))]);
  await giveKeys(db, changed.companies, at.getTime());
  await mergeSure(db, "companies", changed.companies, pause, at);
  for (const id of await leftBehind(db, changed.companies)) ids.add(id);
  const people = await present<Person>(db, "people", ids);
  const jobs = await present<Job>(db, "jobs", changed.jobs);
  const directory = await openDirectory(db, { people, jobs });
  await linkCompanies(db, directory, { people, jobs }, at.getTime());
  await pause();
  const { kept, gone } = await mergeSure(db, "people", ids, pause, at);
  for (const id of [...kept, ...gone]) ids.add(id);
  await reconcile(db, at);
  await pause();
  if (ids.size === 0) return;
  const standing = await present<Person>(db, "people", ids);
  await findLikelyOf(db, [...ids], standing.map(likeableOf));
}

/** Whom a decision about a pair concerns: told apart, or asked about again. */
async function ofPairs(db: RapportDb, ids: Iterable<string>): Promise<string[]> {
  const merges = await db.merges.bulkGet([...ids]);
  return merges.flatMap((merge) => (merge?.tbl === "people" ? [merge.keptId, merge.goneId] : []));
}

/** Whose company was taken back with an import, or erased: they are linked anew. */
async function leftBehind(db: RapportDb, companies: Iterable<string>): Promise<string[]> {
  const ids = [...companies];
  const rows = await db.companies.bulkGet(ids);
  const gone = ids.filter((_, at) => rows[at] === undefined);
  return gone.length === 0 ? [] : db.people.where("employerId").anyOf(gone).primaryKeys();
}

async function present<R>(
  db: RapportDb,
  table: "people" | "jobs",
  ids: Iterable<string>,
): Promise<R[]> {
  const rows = await db.table<R, string>(table).bulkGet([...ids]);
  return rows.filter((row) => row !== undefined);
}

async function* slicesOf<R extends { id: string }>(
  db: RapportDb,
  table: "people" | "jobs",
  pause: () => Promise<void>,
): AsyncGenerator<R[]> {
  for (let after = ""; ;) {
    const rows = await db.table<R, string>(table).where(":id").above(after).limit(SLICE).toArray();
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < SLICE) return;
    after = last.id;
    await pause();
  }
}

function together(one: Changed, other: Changed): Changed {
  const both = nothing();
  for (const table of TIDIED) both[table] = new Set([...one[table], ...other[table]]);
  return both;
}
