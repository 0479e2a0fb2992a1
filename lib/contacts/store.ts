import { Dexie, type Table } from "dexie";
import { openDb, type RapportDb } from "@/lib/data/db";
import type { Edit, Saved } from "@/lib/data/save";
import { save } from "@/lib/data/save-on-demand";
import { countStaged, eachStaged, findStaged } from "@/lib/data/staged";
import type { Json } from "@/lib/sync/json";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";
import { keysIn } from "./store/changed-keys";
import { dropDraft, leftDrafts, type Draft } from "./drafts";
import { createLiveRoster, type LiveRoster } from "./live-roster";
import { jobEntry, personEntry, type Entry, type KeptTable, type RosterTable } from "./roster";
import { rankTags, type TagCount } from "./tags";

/** The first screenful is read in one go; the rest follows in slices, so that no slice holds up a key stroke. */
const SLICE = 1000;

/** A person with what stays on this device: ways to reach them that a connection alone is shown. */
export async function readPerson(id: string, db: RapportDb = openDb()): Promise<Person | null> {
  const [row, kept] = await Promise.all([db.people.get(id), db._local.get(`people/${id}`)]);
  const found = row ?? (await findStaged<Person>(db, "people", id));
  return found ? { ...found, ...kept?.fields } : null;
}

export async function readJob(id: string, db: RapportDb = openDb()): Promise<Job | null> {
  return (await db.jobs.get(id)) ?? (await findStaged<Job>(db, "jobs", id)) ?? null;
}

/** Rows of a first sync that wait in whole pages are counted with those in their places. */
export async function countRows(table: RosterTable, db: RapportDb = openDb()): Promise<number> {
  const known = readRoster(table, db);
  if (known) return (await known.list()).length;
  return (await countStaged(db, table)) + (await db[table].count());
}

/** The ways to read entries from a table, whichever noun it holds. */
function entriesIn<Row>(
  rows: Table<Row, string>,
  entryOf: (row: Row) => Entry,
  eachWaiting: (visit: (rows: Row[]) => void) => Promise<void>,
) {
  return {
    /** Those of a first sync that wait in whole pages. */
    async staged() {
      const entries: Entry[] = [];
      await eachWaiting((page) => {
        for (const row of page) entries.push(entryOf(row));
      });
      return entries;
    },
    newest: async (limit: number) => {
      // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read from its end
      const newest = rows.toCollection().reverse().limit(limit);
      return (await newest.toArray()).map(entryOf);
    },
    sliceAfter: async (id: string) =>
      (await rows.where(":id").above(id).limit(SLICE).toArray()).map(entryOf),
    /** A row that is gone is absent. */
    some: async (ids: string[]) =>
      (await rows.bulkGet(ids)).flatMap((row) => (row === undefined ? [] : entryOf(row))),
  };
}

function entriesOf(table: RosterTable, db: RapportDb) {
  return table === "people"
    ? entriesIn(db.people, personEntry, (visit) => eachStaged(db, "people", visit))
    : entriesIn(db.jobs, jobEntry, (visit) => eachStaged(db, "jobs", visit));
}

/** The rows saved last, newest first: what a list shows while the rest is being read. */
export function newestEntries(
  table: RosterTable,
  limit: number,
  db: RapportDb = openDb(),
): Promise<Entry[]> {
  return entriesOf(table, db).newest(limit);
}

const rosters = new WeakMap<RapportDb, Record<RosterTable, LiveRoster>>();

/** Everyone. The first call reads the table; later ones read what changed since. */
export function allEntries(table: RosterTable, db: RapportDb = openDb()): Promise<Entry[]> {
  const known = rosters.get(db) ?? watchRosters(db);
  rosters.set(db, known);
  return known[table].list();
}

/** The list of everyone, where somebody has read it: what it tells need not be asked of the whole table again. */
function readRoster(table: RosterTable, db: RapportDb): LiveRoster | undefined {
  const known = rosters.get(db)?.[table];
  return known?.isRead() ? known : undefined;
}

function watchRosters(db: RapportDb): Record<RosterTable, LiveRoster> {
  const rosterOf = (table: RosterTable) =>
    createLiveRoster({
      all: () => readEverything(table, db),
      some: entriesOf(table, db).some,
    });
  const live = { people: rosterOf("people"), jobs: rosterOf("jobs") };
  Dexie.on("storagemutated", (parts) => {
    const [staged, overtaken] = ["_staged", "_overtaken"].map(
      (name) => parts[`idb://${db.name}/${name}/:dels`] ?? parts[`idb://${db.name}/${name}/`],
    );
    for (const table of ["people", "jobs"] as const) {
      const changed = parts[`idb://${db.name}/${table}/`];
      // Waiting rows were listed already: taking their places changes nothing, until the last have.
      if (staged && changed && !overtaken) continue;
      if (staged) live[table].touch("all");
      else if (changed) live[table].touch(keysIn(changed));
    }
  });
  return live;
}

async function readEverything(table: RosterTable, db: RapportDb): Promise<Entry[]> {
  const reader = entriesOf(table, db);
  const waiting = await reader.staged();
  const entries: Entry[] = [];
  for (let after = ""; ; after = entries.at(-1)?.id ?? "") {
    const slice = await reader.sliceAfter(after);
    entries.push(...slice);
    if (slice.length < SLICE) break;
  }
  // The last of an id is kept: where both have a row, the table's is right.
  return waiting.length > 0 ? [...waiting, ...entries] : entries;
}

/** From the list of everyone, or from the tag index alone: no row is read for it. */
export async function tagCounts(table: RosterTable, db: RapportDb = openDb()): Promise<TagCount[]> {
  const counts = new Map<string, number>();
  const count = (tag: string) => counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const known = readRoster(table, db);
  if (known) for (const { tags } of await known.list()) tags.forEach(count);
  else await db[table].orderBy("tags").eachKey((tag) => typeof tag === "string" && count(tag));
  return rankTags(counts);
}

/** @throws AppError("disk-full") and whatever else `save` throws; the draft then stays. */
export function saveNotes(
  table: KeptTable,
  id: string,
  text: string,
  db: RapportDb = openDb(),
): Promise<Saved> {
  return save(db, [{ table, id, fields: { notes: text.trim() === "" ? null : text } }]);
}

/** Saves what was being typed when a screen closed too early. Returns how many notes were rescued. */
export async function rescueDrafts(
  drafts: readonly Draft[] = leftDrafts(),
  db: RapportDb = openDb(),
  storage: Storage = localStorage,
): Promise<number> {
  for (const draft of drafts) {
    const isThere = (await db[draft.table].where(":id").equals(draft.id).count()) > 0;
    if (isThere) await saveNotes(draft.table, draft.id, draft.text, db);
    dropDraft(draft, storage);
  }
  return drafts.length;
}

export function setTag(
  table: KeptTable,
  ids: readonly string[],
  tag: string,
  isOn: boolean,
  db: RapportDb = openDb(),
): Promise<Saved> {
  return save(
    db,
    ids.map((id): Edit => ({ table, id, fields: { [`tags/${tag}`]: isOn } })),
  );
}

/** What a person types is theirs: the passport says so, and no capture writes over it. */
export function saveField(
  table: KeptTable,
  id: string,
  field: string,
  value: Json,
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Saved> {
  const passport = { source: "user", at: now.toISOString() };
  return save(db, [{ table, id, fields: { [field]: value, [`passport/${field}`]: passport } }]);
}

/** What an undo does not bring back is the page as it stood: erased is erased. */
export async function eraseRow(
  table: KeptTable,
  id: string,
  db: RapportDb = openDb(),
): Promise<Saved> {
  // A company that people work at would be made again: a person's word that it is not wanted stands.
  const fields = { ...(table === "companies" && { isErased: true }), _del: true };
  const saved = await save(db, [{ table, id, fields }]);
  await db._snapshots.delete(`${table}/${id}`);
  return saved;
}

export function applyUndo(edits: Edit[], db: RapportDb = openDb()): Promise<Saved> {
  return save(db, edits);
}
