import { isRange } from "../dates";
import { all } from "../dom";
import { ENTITY } from "../sdui";
import { clean, type Line, linesOf, WRITTEN, wholeText } from "../text";
import type { Piece } from "./taught";

/** One entry of a list: its own lines, without those of entries in it. */
export type Entry = { item: Element; lines: Line[]; dates: number };

const ITEM = `li, [componentkey^="${ENTITY}"]`;

export function entriesIn(scope: Element): Entry[] {
  return all(scope, ITEM).flatMap((item) => {
    const lines = linesOf(item, (el) => el !== item && el.matches(ITEM));
    return lines.length > 0 ? [entryOf(item, lines)] : [];
  });
}

const entryOf = (item: Element, lines: Line[]): Entry => ({
  item,
  lines,
  dates: lines.findIndex(({ text }) => isRange(text)),
});

export const itemAround = (el: Element): Element | null => el.closest(ITEM);

export const lineIndex = (lines: readonly Line[], { el, text }: Line): number =>
  lines.findIndex((one) => one.el === el && one.text === text);

/** "p<div": what kind of element words stand in. */
export const pathOf = ({ el }: Line): string =>
  [el, el.parentElement].map((one) => one?.tagName.toLowerCase() ?? "").join("<");

/** The whole of what was written where a line stands. */
export function writtenAt({ el }: Line): string {
  return wholeText(el.closest(WRITTEN) ?? el.closest("p, div, section") ?? el);
}

const BETWEEN = / · /;

/** The parts of a line that one may mean, each with its words; a line of one part has none. */
export function piecesOf({ el, text }: Line): { piece: Piece; text: string }[] {
  const own = clean(el.textContent);
  const first = own !== text && text.startsWith(own) && own !== "" ? [own] : [];
  const parts = text.split(BETWEEN);
  return [
    ...first.map((one) => ({ piece: "first" as const, text: one })),
    ...(parts.length > 1 ? parts : []).map((one, at) => ({
      piece: { at, of: parts.length },
      text: one,
    })),
  ];
}

/** The words of a line, or of one part of it, where the line still has that part. */
export function wordsOf(line: Line, piece: Piece | undefined): string | undefined {
  if (piece === undefined) return line.text;
  return piecesOf(line).find((one) => JSON.stringify(one.piece) === JSON.stringify(piece))?.text;
}
