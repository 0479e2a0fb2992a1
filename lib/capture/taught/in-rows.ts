import type { JobRecord, LessonResult, Miss, PersonRecord } from "../capture";
import { detect } from "../detect";
import type { OpenedRow, Page, Reader } from "../page";
import { parseAddress } from "../url";
import { takeFromBlock } from "./in-block";
import { ownOfRow } from "./own";
import type { Lesson } from "./taught";

/** A row that the reader could not read, and whom or what it is of all the same. */
export type FoundRow = { row: number; about: PersonRecord & JobRecord };
export type RowsAnswer = { results: LessonResult[]; found: FoundRow[] };

/** The rows of the list on a page, where they stand. */
export function rowsOn(url: string, doc: Document, readers: readonly Reader[]): OpenedRow[] {
  const page: Page = { doc, address: parseAddress(url), ending: "whole", now: new Date() };
  const lists = readers.filter((reader) => "rows" in reader);
  const found = detect(page, lists);
  return (found.ready && found.reader.rows?.(page, found.scope)) || [];
}

/** By what a row is told from the others, in whichever reading. */
export function rowKey(record: PersonRecord & JobRecord): string | undefined {
  return record.externalId ?? record.publicId ?? record.memberUrn;
}

/**
 * What was shown in one row, looked up in every row. A value counts in a row whose words are made as they were in
 * the one shown; in the others what the reader read stands.
 */
export function applyInRows(rows: readonly OpenedRow[], lessons: readonly Lesson[]): RowsAnswer {
  const found = rows.flatMap(({ about, record }, index) =>
    about && !record ? [{ row: index + 1, about }] : [],
  );
  return { results: lessons.map((lesson) => applyOne(rows, lesson)), found };
}

function applyOne(rows: readonly OpenedRow[], { id, field, anchor }: Lesson): LessonResult {
  const { place } = anchor;
  if (place.by !== "block") return { id, field, miss: "missing" };
  const taken: NonNullable<LessonResult["taken"]> = [];
  const misses: Miss[] = [];
  for (const { el, about, record } of rows) {
    const row = about && rowKey(about);
    if (!row) continue;
    const outcome = takeFromBlock(
      el,
      field,
      { ...anchor, place },
      record ?? about,
      ownOfRow(about),
    );
    if (outcome.miss) misses.push(outcome.miss);
    else taken.push(...(outcome.taken ?? []).map((one) => ({ ...one, row })));
  }
  if (taken.length > 0) return { id, field, taken };
  return { id, field, miss: misses[0] ?? "missing" };
}
