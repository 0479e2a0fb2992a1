import type { Capture } from "./capture";
import { type Health, healthOf } from "./health/health";
import { isListKind } from "./list-kinds";
import type { OpenedRow } from "./page";
import { read } from "./read";
import { allReaders } from "./readers/all";
import { toDocument } from "./snapshot/to-document";
import type { Snapshot } from "./snapshot/tree";
import { applyLessons } from "./taught/apply";
import { applyInRows, rowsOn, type RowsAnswer } from "./taught/in-rows";
import { isOneKind, type Lesson, partOf, type Structure } from "./taught/taught";
import { type Pointed, teach, teachRow, type TeachProblem } from "./taught/teach";
import { parseAddress } from "./url";

/** A kept page, opened: the readers read it as they would read the page itself. */
export type KeptPage = {
  snapshot: Snapshot;
  doc: Document;
  capture: Capture;
  health: Health;
  /** What lessons of this page hold for; absent where it shows nobody. */
  structure?: Structure;
  /** Of a list: its rows, where they stand. */
  rows?: OpenedRow[];
};

/** `empty` is a document that no window shows. */
export function openKept(snapshot: Snapshot, empty: Document): KeptPage {
  const doc = toDocument(snapshot, empty);
  const capture = read(snapshot.url, doc, allReaders, new Date(snapshot.takenAt), "whole");
  const page = { snapshot, doc, capture, health: healthOf(snapshot, capture) };
  const { kind, family, record, records } = capture;
  if (kind === null || !family) return page;
  const part = partOf(parseAddress(snapshot.url));
  if (record && isOneKind(kind)) return { ...page, structure: { kind, family, part } };
  if (!records || !isListKind(kind)) return page;
  const rows = rowsOn(snapshot.url, doc, allReaders);
  return { ...page, structure: { kind, family, part }, rows };
}

export type Taught = { lesson: Lesson; answer: RowsAnswer };

/** The lesson of words pointed at on a kept page, and what it gives there; or why they teach nothing. */
export function lessonOn(
  { snapshot: { url }, doc, capture, structure, rows }: KeptPage,
  field: string,
  pointed: Pointed,
): Taught | { problem: TeachProblem } {
  if (!structure) return { problem: "no-anchor" };
  if (rows) {
    const taught = teachRow(rows, structure, field, pointed);
    if ("problem" in taught) return taught;
    return { ...taught, answer: applyInRows(rows, [taught.lesson]) };
  }
  const { record = {} } = capture;
  const taught = teach({ url, doc, record, structure }, field, pointed);
  if ("problem" in taught) return taught;
  const results = applyLessons(url, doc, record, [taught.lesson]);
  return { ...taught, answer: { results, found: [] } };
}
