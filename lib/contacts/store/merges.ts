import { openDb, type RapportDb } from "@/lib/data/db";
import { save, type Edit, type Saved } from "@/lib/data/save";
import { inOneTransaction } from "@/lib/data/transaction";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import type { Likeness, Merge } from "@/lib/model/merge";
import { tables } from "@/lib/model/tables";
import type { Json } from "@/lib/sync/json";
import { computedId } from "../computed-id";
import { inOrder, planMerge, type Choices, type Fields, type Row } from "../merging/plan-merge";
import { REFERENCES, type MergedTable } from "../merging/references";
import { takeBack, writtenBy, type Written } from "../merging/registers";
import { goBack, turnReferences } from "./references";

/** A merge can be taken back for so long. */
export const UNDO_DAYS = 30;

export type MergeWish = {
  tbl: MergedTable;
  ids: readonly [string, string];
  by: "person" | "product";
  because?: Likeness;
  choices?: Choices;
};

/** Nothing is left to take back: whoever still sees the row erased knows that a person erased it. */
const UNDONE = { verdict: "apart", by: "person", written: null, moved: null, gone: null };

/** One row per pair, whoever decides it. */
export function idOfPair(tbl: MergedTable, a: string, b: string): string {
  return computedId("merge", tbl, ...[a, b].toSorted());
}

/**
 * Makes one row of two, turns what points at the one that goes, and keeps what takes it back: all of it in one
 * transaction. Undefined where one of them is not there, or a person has told them apart.
 */
export async function mergeRows(
  { tbl, ids, by, because, choices }: MergeWish,
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<string | undefined> {
  await unfoldStaged(db);
  return inOneTransaction(db, storesFor(tbl), async () => {
    const [a, b] = await db.table<Row, string>(tbl).bulkGet([...ids]);
    const id = idOfPair(tbl, ...ids);
    const decided = await db.merges.get(id);
    if (!a || !b || a.id === b.id) return undefined;
    if (by === "product" && decided?.verdict === "apart") return undefined;
    const [kept, gone] = inOrder(a, b);
    const { write } = planMerge(kept, gone, choices);
    const [written, writtenHere] = splitDevice(tbl, writtenBy(kept, write));
    const references = await turnReferences(db, tbl, gone.id, kept.id);
    const nameField = tbl === "people" ? "fullName" : "name";
    const record: Edit = {
      table: "merges",
      id,
      create: true,
      fields: {
        tbl,
        keptId: kept.id,
        goneId: gone.id,
        verdict: "merged",
        at: now.toISOString(),
        by,
        because: because ?? null,
        keptName: String(kept[nameField]),
        goneName: String(gone[nameField]),
        written,
        writtenHere: Object.keys(writtenHere).length > 0 ? writtenHere : null,
        moved: references.moved,
        gone: whatTravels(tbl, gone),
      },
    };
    await save(
      db,
      [
        { table: tbl, id: kept.id, fields: write },
        { table: tbl, id: gone.id, fields: { _del: true } },
        ...references.edits,
        record,
      ],
      now.getTime(),
    );
    await db._likely.where("ids").equals(gone.id).delete();
    return id;
  });
}

/**
 * Both rows and what pointed at them, as before; edits made since stay where they were made. The pair is not
 * merged again by itself.
 */
export async function undoMerge(
  id: string,
  db: RapportDb = openDb(),
  now: number = Date.now(),
): Promise<boolean> {
  const found = await db.merges.get(id);
  if (found?.verdict !== "merged") return false;
  await takeApart(db, found, now);
  return true;
}

/** Told apart on one device while another merged them: they come back, whichever was heard of first. */
export async function bringBack(db: RapportDb, merge: Merge, now: number): Promise<void> {
  if (merge.verdict !== "apart" || merge.gone === undefined) return;
  await takeApart(db, merge, now);
}

async function takeApart(db: RapportDb, merge: Merge, now: number): Promise<void> {
  const { id, tbl, keptId, goneId } = merge;
  await unfoldStaged(db);
  await inOneTransaction(db, storesFor(tbl), async () => {
    const kept = await db.table<Row, string>(tbl).get(keptId);
    const isHeld = (await db._base.get(`${tbl}/${goneId}`))?.local !== undefined;
    const written = { ...merge.written, ...merge.writtenHere } as Written;
    const edits: Edit[] = [
      ...(kept ? [{ table: tbl, id: keptId, fields: takeBack(kept, written) }] : []),
      // A device that never had the row makes it as it stood; the others bring theirs back, edits and all.
      { table: tbl, id: goneId, create: true, fields: isHeld ? {} : asItStood(merge) },
      ...(await goBack(db, merge.moved ?? [], goneId, keptId)),
      { table: "merges", id, fields: { ...UNDONE, at: new Date(now).toISOString() } },
    ];
    await save(db, edits, now);
  });
}

function asItStood({ gone }: Merge): Fields {
  return { ...(gone as Fields), _del: false };
}

/** "Not the same": remembered on every device, and never asked again. */
export function tellApart(
  tbl: MergedTable,
  [a, b]: readonly [string, string],
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Saved> {
  const id = idOfPair(tbl, a, b);
  const [keptId, goneId] = [a, b].toSorted() as [string, string];
  return inOneTransaction(
    db,
    ["merges", "_likely", "_base", "_outbox", "_meta", "_local"],
    async () => {
      await db._likely.delete(id);
      const fields = { tbl, keptId, goneId, verdict: "apart", at: now.toISOString(), by: "person" };
      return save(db, [{ table: "merges", id, create: true, fields }], now.getTime());
    },
  );
}

/** Both rows as they stand; null where one of them is gone. */
export async function readPair(
  tbl: MergedTable,
  ids: readonly [string, string],
  db: RapportDb = openDb(),
): Promise<[Row, Row] | null> {
  const [a, b] = await db.table<Row, string>(tbl).bulkGet([...ids]);
  return a && b ? [a, b] : null;
}

/** Merges that can still be taken back, the latest first. */
export async function recentMerges(
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Merge[]> {
  const since = new Date(now.getTime() - UNDO_DAYS * 86_400_000).toISOString();
  const found = await db.merges.where("at").above(since).toArray();
  return found
    .filter(({ verdict }) => verdict === "merged")
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Pairs of a table that a person has told apart, by the id of the pair. */
export async function toldApart(db: RapportDb = openDb()): Promise<Set<string>> {
  const found = await db.merges.filter(({ verdict }) => verdict === "apart").primaryKeys();
  return new Set(found);
}

function storesFor(tbl: MergedTable): string[] {
  const pointing = REFERENCES[tbl].map(({ table }) => table);
  return [
    ...new Set([tbl, ...pointing, "merges", "_likely", "_base", "_outbox", "_meta", "_local"]),
  ];
}

const deviceOnly = (tbl: MergedTable): readonly string[] => tables[tbl].deviceOnly;

/** What may leave the device, and what may not. */
function splitDevice(
  tbl: MergedTable,
  written: Written,
): [Record<string, Json>, Record<string, Json>] {
  const isHere = ([field]: [string, unknown]) => deviceOnly(tbl).includes(field);
  const entries = Object.entries(written);
  return [
    Object.fromEntries(entries.filter((entry) => !isHere(entry))),
    Object.fromEntries(entries.filter(isHere)),
  ];
}

const NOT_KEPT = new Set(["id", "updatedAt", "_sync"]);

/** The row as it may be made again: without what never leaves the device, which stays there by itself. */
function whatTravels(tbl: MergedTable, row: Row): Fields {
  const entries = Object.entries(row).filter(
    ([field]) => !NOT_KEPT.has(field) && !deviceOnly(tbl).includes(field),
  );
  return Object.fromEntries(entries) as Fields;
}
