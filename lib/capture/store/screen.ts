import { openDb, type RapportDb } from "@/lib/data/db";
import { save, type Saved } from "@/lib/data/save";
import type { Json } from "@/lib/sync/json";
import type { JobRecord, PersonRecord } from "../capture";
import { given } from "../given";
import { type KeptPage, openKept, type Taught } from "../kept-page";
import { mergeCapture } from "../merge";
import { findRows } from "../saved-rows";
import { withTaken } from "../taught/patch";
import { rowKey } from "../taught/in-rows";
import { withTakenRows } from "../taught/patch-rows";
import type { Lesson } from "../taught/taught";
import { allLessons, forgetLesson, keepLesson } from "./lessons";
import { storeList } from "./list";
import { readNote, type ReadingNote, readUnparsed, type UnparsedSection } from "./notes";
import {
  eraseAllSnapshots,
  eraseSnapshot,
  keptLists,
  readSnapshot,
  weighSnapshots,
} from "./snapshots";

/** What a kept page may be of: a row of the notebook, or a list. */
export type TruthTable = "people" | "jobs" | "companies" | "lists";

/** What the screens of capture ask for and do. A row's key is its table and its id: `people/…`. */

export async function noteOf(key: string, db: RapportDb = openDb()): Promise<ReadingNote | null> {
  return (await readNote(db, key)) ?? null;
}

export function unparsedOf(key: string, db: RapportDb = openDb()): Promise<UnparsedSection[]> {
  return readUnparsed(db, key);
}

/** The kept page of a row, opened; null when there is none. */
export async function keptPageOf(
  key: string,
  empty: () => Document,
  db: RapportDb = openDb(),
): Promise<KeptPage | null> {
  const snapshot = await readSnapshot(db, key);
  return snapshot ? openKept(snapshot, empty()) : null;
}

export function erasePage(key: string, db: RapportDb = openDb()): Promise<void> {
  return eraseSnapshot(db, key);
}

export function eraseAllPages(db: RapportDb = openDb()): Promise<void> {
  return eraseAllSnapshots(db);
}

export function weighPages(db: RapportDb = openDb()): Promise<{ count: number; bytes: number }> {
  return weighSnapshots(db);
}

export function listsKept(db: RapportDb = openDb()): Promise<string[]> {
  return keptLists(db);
}

export function lessons(db: RapportDb = openDb()): Promise<Lesson[]> {
  return allLessons(db);
}

export function forget(id: string, db: RapportDb = openDb()): Promise<void> {
  return forgetLesson(db, id);
}

export function bringBack(lesson: Lesson, db: RapportDb = openDb()): Promise<void> {
  return keepLesson(db, lesson);
}

/**
 * Keeps a lesson, and takes what it gives on the kept page into the notebook: what was pointed at need not wait for
 * the next capture. What a person wrote stays.
 * @throws AppError("disk-full" | "invalid-row" | "unknown-row")
 */
export async function learn(
  { table, id }: { table: TruthTable; id: string },
  page: KeptPage,
  { lesson, answer }: Taught,
  db: RapportDb = openDb(),
): Promise<Saved> {
  await keepLesson(db, lesson);
  if (table === "lists") return learnRows(page, answer, db);
  const row = await db.table<Record<string, Json>>(table).get(id);
  if (!row) return { ids: [], undo: [] };
  const refined = withTaken(page.capture, answer.results);
  const { fields } = mergeCapture(row, refined);
  const taken = new Set(
    answer.results.flatMap((one) => (one.taken ?? []).map(({ field }) => field.split(".")[0])),
  );
  // Where somebody works now follows the entry that was corrected.
  if (taken.has("experience")) for (const field of ["position", "company"]) taken.add(field);
  const wanted = Object.entries(fields).filter(([name]) => taken.has(name.split("/").at(-1)));
  return save(db, [{ table, id, fields: Object.fromEntries(wanted) }]);
}

/**
 * Of each row only what was shown, and only where the notebook has the row and knows nothing newer; rows that could
 * not be read before, whole.
 */
async function learnRows(
  { capture }: KeptPage,
  answer: Taught["answer"],
  db: RapportDb,
): Promise<Saved> {
  const table = capture.kind === "job-search" ? "jobs" : "people";
  const refined = withTakenRows(capture, answer);
  const field = answer.results[0]?.field ?? "";
  const fresh = new Set(answer.found.map(({ about }) => rowKey(about)));
  const taken = new Set(answer.results.flatMap((one) => (one.taken ?? []).map(({ row }) => row)));
  const rows = (refined.records ?? []).filter((record) => taken.has(rowKey(record)));
  const known = await findRows(db, table, rows);
  const records = rows.flatMap((record: Row): Row[] => {
    if (fresh.has(rowKey(record))) return [record];
    const row = known.find(record)?.row as Standing | undefined;
    const isNewer = (row?.passport?.[field]?.at ?? "") > capture.capturedAt;
    if (!row || isNewer) return [];
    const { publicId, memberUrn, externalId } = record;
    return [given({ publicId, memberUrn, externalId, [field]: record[field as keyof Row] })];
  });
  if (records.length === 0) return { ids: [], undo: [] };
  const { undo, rows: stored } = await storeList(db, { ...refined, records, problems: [] });
  return { ids: stored.map(({ id }) => id), undo };
}

type Row = PersonRecord & JobRecord;
type Standing = { passport?: Record<string, { at: string } | undefined> };
