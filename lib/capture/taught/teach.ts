import type { JobRecord, PersonRecord } from "../capture";
import type { Line } from "../text";
import { applyLessons, entryLine } from "./apply";
import { blockAround } from "./block";
import { entriesIn, itemAround, lineIndex, pathOf, wordsOf } from "./lines";
import { isElsewhere, type Own, ownOf } from "./own";
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
  record: PersonRecord | JobRecord;
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
    const anchor = anchorIn(doc, scope, field, pointed, own);
    if (anchor === "elsewhere") problem = anchor;
    if (typeof anchor !== "object") continue;
    const id = lessonId(structure, field, anchor);
    const lesson: Lesson = { ...structure, id, field, anchor, taughtAt: now.toISOString() };
    const [result] = applyLessons(url, doc, record, [lesson]);
    const wanted = wordsOf(pointed.line, pointed.piece) ?? pointed.line.text;
    if (result?.taken?.some(({ value }) => value.includes(wanted))) return { lesson };
  }
  return { problem };
}

function anchorIn(
  doc: Document,
  scope: Scope,
  field: string,
  { line, piece }: Pointed,
  own: Own,
): Anchor | "elsewhere" | undefined {
  const found = findScope(doc, scope, own);
  if (!("scope" in found) || !found.scope.contains(line.el)) return undefined;
  if (isElsewhere(line.el, found.scope, own)) return "elsewhere";
  const place = entryField(field)
    ? placeInEntry(found.scope, line)
    : blockAround(found.scope, line, own);
  // A part that may be anybody's holds a landmark, or it is not told from another of its make.
  if (!place || (scope.name === "" && place.by === "block" && !place.mark)) return undefined;
  return { scope, place, path: pathOf(line), ...(piece && { piece }) };
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
