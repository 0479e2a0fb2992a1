import { openDb, type RapportDb } from "@/lib/data/db";
import { save, type Saved } from "@/lib/data/save";
import type { Json } from "@/lib/sync/json";
import type { Capture, LessonResult } from "../capture";
import { type KeptPage, openKept } from "../kept-page";
import { mergeCapture } from "../merge";
import { withTaken } from "../taught/patch";
import type { Lesson } from "../taught/taught";
import { allLessons, forgetLesson, keepLesson } from "./lessons";
import { readNote, type ReadingNote, readUnparsed, type UnparsedSection } from "./notes";
import { eraseAllSnapshots, eraseSnapshot, readSnapshot, weighSnapshots } from "./snapshots";

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
 * Keeps a lesson, and takes what it gives on the kept page into the row: what was pointed at need not wait for the
 * next capture. What a person wrote stays.
 * @throws AppError("disk-full" | "invalid-row" | "unknown-row")
 */
export async function learn(
  { table, id }: { table: "people" | "jobs"; id: string },
  lesson: Lesson,
  capture: Capture,
  result: LessonResult,
  db: RapportDb = openDb(),
): Promise<Saved> {
  await keepLesson(db, lesson);
  const row = await db.table<Record<string, Json>>(table).get(id);
  if (!row) return { ids: [], undo: [] };
  const refined = withTaken(capture, [result]);
  const { fields } = mergeCapture(row, refined);
  const taken = new Set((result.taken ?? []).map(({ field }) => field.split(".")[0]));
  // Where somebody works now follows the entry that was corrected.
  if (taken.has("experience")) for (const field of ["position", "company"]) taken.add(field);
  const wanted = Object.entries(fields).filter(([name]) => taken.has(name.split("/").at(-1)));
  return save(db, [{ table, id, fields: Object.fromEntries(wanted) }]);
}
