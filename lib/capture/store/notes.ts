import type { RapportDb } from "@/lib/data/db";
import type { Json } from "@/lib/sync/json";
import type { Capture, Family, LessonResult, PageKind, ProblemCode, Sections } from "../capture";
import type { SnapshotFate } from "./snapshots";

/** What the page says of a field whose value a person wrote. */
export type PageWord = { value: Json; at: string; family?: Family };
export type Refusal = { at: string; url: string; code: ProblemCode };

/** What is known on this device of the readings of a row's page, beside what was kept of it. Never synced. */
export type ReadingNote = {
  key: string;
  at: string;
  url: string;
  kind: PageKind | null;
  family: Family | null;
  sections: Sections;
  /** By field: kept aside, since the person's own word stands. */
  held: Record<string, PageWord>;
  taught: Pick<LessonResult, "id" | "field" | "miss">[];
  /** The latest readings that gave nothing, newest first. */
  refused: Refusal[];
  snapshot?: SnapshotFate | "moved";
  /** Sections that stand on the page and were not read. */
  drifted?: string[];
  /** Dates whose month is in a language nobody knows: of those the year was kept. */
  unreadMonths?: number;
};

/** What becomes known of a capture after it was shown. */
export type After = Pick<ReadingNote, "snapshot" | "drifted" | "unreadMonths">;

const MOST_REFUSALS = 5;

export async function readNote(db: RapportDb, key: string): Promise<ReadingNote | undefined> {
  return (await db._readings.get(key)) as ReadingNote | undefined;
}

/** After a capture: how it went, in the place of how the one before went. */
export async function noteCapture(
  db: RapportDb,
  key: string,
  capture: Capture,
  held: Record<string, Json>,
): Promise<void> {
  const before = await readNote(db, key);
  const { capturedAt: at, url, kind, family, sections, taught = [] } = capture;
  const words = Object.entries(held).map(([field, value]): [string, PageWord] => [
    field,
    { value, at, ...(family && { family }) },
  ]);
  await put(db, {
    key,
    at,
    url,
    kind,
    family,
    sections,
    held: { ...before?.held, ...Object.fromEntries(words) },
    taught: taught.map(({ id, field, miss }) => ({ id, field, ...(miss && { miss }) })),
    refused: before?.refused ?? [],
  });
}

export async function noteRefusal(db: RapportDb, key: string, refusal: Refusal): Promise<void> {
  const note = (await readNote(db, key)) ?? emptyNote(key, refusal);
  await put(db, { ...note, refused: [refusal, ...note.refused].slice(0, MOST_REFUSALS) });
}

/** What became known of a capture after it was shown; of a later capture's note nothing is changed. */
export async function noteAfter(
  db: RapportDb,
  key: string,
  at: string,
  more: After,
): Promise<void> {
  await db.transaction("rw", ["_readings"], async () => {
    const note = await readNote(db, key);
    if (note?.at === at) await put(db, { ...note, ...more });
  });
}

async function put(db: RapportDb, note: ReadingNote): Promise<void> {
  await db._readings.put({ ...note });
}

const emptyNote = (key: string, { at, url }: Refusal): ReadingNote => ({
  key,
  at,
  url,
  kind: null,
  family: null,
  sections: {},
  held: {},
  taught: [],
  refused: [],
});

export type UnparsedSection = { section: string; lines: string[] };

/** What stood on the page and found no field. */
export async function readUnparsed(db: RapportDb, key: string): Promise<UnparsedSection[]> {
  return (await db._unparsed.get(key))?.sections ?? [];
}
