import type { AnyRecord, Experience, LessonResult, PersonRecord } from "../capture";
import { parseRange } from "../dates";
import type { Line } from "../text";
import { isFact, type Outcome, takeFromBlock, valueOf } from "./in-block";
import { entriesIn, type Entry } from "./lines";
import { type Own, ownOf } from "./own";
import { findScope } from "./scope";
import { type Anchor, type EntryPlace, entryField, type Lesson } from "./taught";

/**
 * What a person showed, looked up on a page whose reader has just said whom it is about. A value counts when its
 * part of the page is that person's or job's, stands once, is made as it was when shown, and reads like one.
 */
export function applyLessons(
  url: string,
  doc: Document,
  record: AnyRecord,
  lessons: readonly Lesson[],
): LessonResult[] {
  const own = ownOf(url, record);
  return lessons.map(({ id, field, anchor }) => {
    const found = findScope(doc, anchor.scope, own);
    if ("miss" in found) return { id, field, miss: found.miss };
    const { place } = anchor;
    const outcome =
      place.by === "block"
        ? takeFromBlock(found.scope, field, { ...anchor, place }, record, own)
        : fromEntries(found.scope, field, place, anchor, record as PersonRecord, own);
    return { id, field, ...outcome };
  });
}

function fromEntries(
  scope: Element,
  field: string,
  place: EntryPlace,
  anchor: Anchor,
  record: PersonRecord,
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
