import type { Experience, JobRecord, LessonResult, Miss, PersonRecord } from "../capture";
import { isDuration, isRange, parseRange } from "../dates";
import type { Line } from "../text";
import { lineInBlock } from "./block";
import { entriesIn, type Entry, pathOf, wordsOf, writtenAt } from "./lines";
import { isElsewhere, type Own, ownOf } from "./own";
import { findScope } from "./scope";
import { type Anchor, type EntryPlace, entryField, isLong, type Lesson } from "./taught";

type Facts = PersonRecord & JobRecord;
type Outcome = Pick<LessonResult, "miss" | "taken">;

/**
 * What a person showed, looked up on a page whose reader has just said whom it is about. A value counts when its
 * part of the page is that person's or job's, stands once, is made as it was when shown, and reads like one.
 */
export function applyLessons(
  url: string,
  doc: Document,
  record: PersonRecord | JobRecord,
  lessons: readonly Lesson[],
): LessonResult[] {
  const own = ownOf(url, record);
  return lessons.map(({ id, field, anchor }) => ({
    id,
    field,
    ...apply(doc, field, anchor, record as Facts, own),
  }));
}

function apply(doc: Document, field: string, anchor: Anchor, record: Facts, own: Own): Outcome {
  const found = findScope(doc, anchor.scope, own);
  if ("miss" in found) return { miss: found.miss };
  const { scope } = found;
  const { place } = anchor;
  if (place.by !== "block") return fromEntries(scope, field, place, anchor, record, own);
  const line = lineInBlock(scope, place, own);
  if (typeof line === "string") return { miss: line };
  const value = valueOf(line, field, anchor, scope, own);
  if (typeof value !== "string") return { miss: value.miss };
  return isPlausible(field, value, record) ? { taken: [{ field, value }] } : { miss: "changed" };
}

function valueOf(
  line: Line,
  field: string,
  { path, piece }: Anchor,
  scope: Element,
  own: Own,
): string | { miss: Miss } {
  if (isElsewhere(line.el, scope, own)) return { miss: "elsewhere" };
  if (pathOf(line) !== path) return { miss: "changed" };
  if (isLong(field)) return writtenAt(line);
  return wordsOf(line, piece) ?? { miss: "changed" };
}

function fromEntries(
  scope: Element,
  field: string,
  place: EntryPlace,
  anchor: Anchor,
  record: Facts,
  own: Own,
): Outcome {
  const standing = entryField(field)?.list === "education" ? record.education : record.experience;
  const taken: NonNullable<LessonResult["taken"]> = [];
  for (const entry of entriesIn(scope)) {
    const line = entryLine(entry, place);
    const index = line ? indexOf(standing ?? [], entry) : -1;
    if (!line || index < 0) continue;
    const value = valueOf(line, field, anchor, scope, own);
    if (typeof value === "string") {
      if (isFact(value)) taken.push({ field, value, entry: index });
    } else if (value.miss === "elsewhere") return value;
  }
  if (new Set(taken.map(({ entry }) => entry)).size < taken.length) return { miss: "ambiguous" };
  return taken.length > 0 ? { taken } : { miss: "missing" };
}

/** The line of an entry that has the shape of the one it was shown in. */
export function entryLine({ lines, dates }: Entry, place: EntryPlace): Line | undefined {
  if (place.by === "dates") {
    return dates >= 0 && dates === place.shape ? lines[dates + place.step] : undefined;
  }
  return dates < 0 && lines.length === place.shape ? lines[place.step] : undefined;
}

type Standing = Pick<Experience, "startDate" | "endDate" | "current"> & object;

/** The one entry of the record that was read from this item: with its dates, and words that stand in it. */
function indexOf(standing: readonly Standing[], { lines, dates }: Entry): number {
  const texts = lines.map(({ text }) => text);
  const range = parseRange(texts[dates] ?? "");
  const same = standing.flatMap((entry, index) => {
    const sameDates =
      JSON.stringify([entry.startDate, entry.endDate]) ===
      JSON.stringify([range?.start, range?.end]);
    const words = Object.values(entry).filter((value) => typeof value === "string");
    const speaks = words.some((word) => texts.some((text) => text.includes(word)));
    return sameDates && speaks ? [index] : [];
  });
  const [index, other] = same;
  return index === undefined || other !== undefined ? -1 : index;
}

const isFact = (value: string): boolean =>
  value !== "" && value.length <= 300 && !isRange(value) && !isDuration(value);

/** Facts of a card that are never the same words: one where another stands has moved into its place. */
const APART = ["fullName", "headline", "location", "about"] as const;

function isPlausible(field: string, value: string, record: Facts): boolean {
  if (isLong(field)) return value !== "" && value.length <= 60_000;
  const others = APART.filter((other) => other !== field).map((other) => record[other]);
  return isFact(value) && !(APART.some((one) => one === field) && others.includes(value));
}
