import type { AnyRecord } from "../capture";
import type { OpenedRow } from "../page";
import type { Line } from "../text";
import { applyLessons, entryLine } from "./apply";
import { blockAround } from "./block";
import { takeFromBlock, takenFor } from "./in-block";
import { entriesIn, itemAround, lineIndex, pathOf, wordsOf } from "./lines";
import { isElsewhere, type Own, ownOf, ownOfRow } from "./own";
import { findScope, scopesAround } from "./scope";
import {
  type Anchor,
  entryField,
  type EntryPlace,
  type Lesson,
  lessonId,
  type Piece,
  type Scope,
  type Structure,
} from "./taught";

/** What a person pointed at: a line of the document, and the piece of it, if not all of it. */
export type Pointed = { line: Line; piece?: Piece };
export type TeachProblem = "elsewhere" | "no-anchor";

type Page = {
  url: string;
  doc: Document;
  record: AnyRecord;
  structure: Structure;
};

/**
 * Turns a pointed word into a lesson: the surest name of a part around it, and the block in that part that holds it
 * beside a landmark. Only a lesson that finds the same words on the same page again is one.
 */
export function teach(
  page: Page,
  field: string,
  pointed: Pointed,
  now: Date = new Date(),
): { lesson: Lesson } | { problem: TeachProblem } {
  const { url, doc, record, structure } = page;
  const own = ownOf(url, record);
  let problem: TeachProblem = "no-anchor";
  for (const scope of scopesAround(pointed.line.el, own, structure.family !== "sdui")) {
    const found = findScope(doc, scope, own);
    if (!("scope" in found)) continue;
    const anchor = anchorIn(found.scope, scope, field, pointed, own, record);
    if (anchor === "elsewhere") problem = anchor;
    if (typeof anchor !== "object") continue;
    const lesson = lessonOf(structure, field, anchor, now);
    const [result] = applyLessons(url, doc, record, [lesson]);
    if (givesAgain(result?.taken, pointed)) return { lesson };
  }
  return { problem };
}

/**
 * The same in a list: the part is the row that the words stand in, whichever row it is. Words beside the rows, and
 * those in a row that are of another than the row, are somebody else's.
 */
export function teachRow(
  rows: readonly OpenedRow[],
  structure: Structure,
  field: string,
  pointed: Pointed,
  now: Date = new Date(),
): { lesson: Lesson } | { problem: TeachProblem } {
  const row = rows.find(({ el }) => el.contains(pointed.line.el));
  if (!row?.about) return { problem: row ? "no-anchor" : "elsewhere" };
  const own = ownOfRow(row.about);
  const record = row.record ?? row.about;
  const anchor = anchorIn(row.el, { by: "row", name: "" }, field, pointed, own, record);
  if (anchor === "elsewhere") return { problem: anchor };
  if (anchor?.place.by !== "block") return { problem: "no-anchor" };
  const { place } = anchor;
  const { taken } = takeFromBlock(row.el, field, { ...anchor, place }, record, own);
  if (!givesAgain(taken, pointed)) return { problem: "no-anchor" };
  return { lesson: lessonOf(structure, field, anchor, now) };
}

const lessonOf = (structure: Structure, field: string, anchor: Anchor, now: Date): Lesson => ({
  ...structure,
  id: lessonId(structure, field, anchor),
  field,
  anchor,
  taughtAt: now.toISOString(),
});

function givesAgain(taken: { value: string }[] = [], { line, piece }: Pointed): boolean {
  const wanted = wordsOf(line, piece) ?? line.text;
  return taken.some(({ value }) => value.includes(wanted));
}

function anchorIn(
  part: Element,
  scope: Scope,
  field: string,
  { line, piece }: Pointed,
  own: Own,
  record: AnyRecord,
): Anchor | "elsewhere" | undefined {
  if (!part.contains(line.el)) return undefined;
  if (isElsewhere(line.el, part, own)) return "elsewhere";
  const place = entryField(field) ? placeInEntry(part, line) : blockAround(part, line, own);
  // A part that may be anybody's holds a landmark, or it is not told from another of its make.
  if (!place || (scope.by === "main" && place.by === "block" && !place.mark)) return undefined;
  const instead = takenFor(field, wordsOf(line, piece) ?? line.text, record);
  return {
    scope,
    place,
    path: pathOf(line),
    ...(piece && { piece }),
    ...(instead !== undefined && { instead }),
  };
}

function placeInEntry(scope: Element, line: Line): EntryPlace | undefined {
  const item = itemAround(line.el);
  const entry = entriesIn(scope).find((one) => one.item === item);
  const index = entry ? lineIndex(entry.lines, line) : -1;
  if (!entry || index < 0) return undefined;
  const { dates, lines } = entry;
  const place: EntryPlace =
    dates >= 0
      ? { by: "dates", step: index - dates, shape: dates }
      : { by: "lines", step: index, shape: lines.length };
  return entryLine(entry, place) ? place : undefined;
}
