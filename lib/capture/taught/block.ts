import { type Line, linesOf } from "../text";
import { lineIndex } from "./lines";
import { linkPattern, type Own } from "./own";
import type { Block } from "./taught";

type Child = { el: Element; lines: Line[] };

/** What a block holds that says something, in order; words of its own are nobody's child. */
function childrenOf(block: Element): Child[] {
  const children: Child[] = [];
  for (const line of linesOf(block)) {
    let el: Element | null = line.el;
    while (el && el.parentElement !== block) el = el.parentElement;
    if (!el) continue;
    const last = children.at(-1);
    if (last?.el === el) last.lines.push(line);
    else children.push({ el, lines: [line] });
  }
  return children;
}

const tagsOf = (children: readonly Child[]): string =>
  children.map(({ el }) => el.tagName.toLowerCase()).join(" ");

/** The words are the landmark: a name in a heading. */
const ITSELF = {
  by: "block",
  mark: { child: 0, depth: 0 },
  tags: "",
  child: 0,
  line: 0,
  lines: 1,
} as const;

type Mark = { el: Element; link?: string };

/** The headings and telling links among lines, the first of each kind. */
function marksIn(lines: readonly Line[], own: Own): Mark[] {
  const marks: Mark[] = [];
  for (const { el } of lines) {
    const link = linkPattern(el.closest("a") ?? el.querySelector("a"), own);
    if (link && !marks.some((mark) => mark.link === link)) marks.push({ el, link });
    if (el.closest("h1, h2, h3") && !marks.some((mark) => !mark.link)) marks.push({ el });
  }
  return marks;
}

/** The smallest block around a line that holds a landmark in another child; without one, the scope itself. */
export function blockAround(scope: Element, line: Line, own: Own): Block | undefined {
  const marks = marksIn(linesOf(scope), own);
  const itself = marks.find(({ el }) => el === line.el);
  if (itself)
    return { ...ITSELF, mark: { ...ITSELF.mark, ...(itself.link && { link: itself.link }) } };
  for (let up = line.el.parentElement; up && scope.contains(up); up = up.parentElement) {
    const children = childrenOf(up);
    const child = children.findIndex(({ el }) => el.contains(line.el));
    const block = up;
    const beside = marks
      .map(({ el, link }) => ({
        child: children.findIndex((one) => one.el.contains(el)),
        depth: depthIn(block, el),
        ...(link && { link }),
      }))
      .find((mark) => mark.child >= 0 && mark.child !== child);
    if (child < 0 || (!beside && up !== scope)) continue;
    const lines = children[child]?.lines ?? [];
    const place = { child, line: lineIndex(lines, line), lines: lines.length };
    return place.line < 0
      ? undefined
      : { by: "block", mark: beside ?? null, tags: tagsOf(children), ...place };
  }
  return undefined;
}

/** The line in the block of the same make, if it is there; "changed" when its landmark stands in another make. */
export function lineInBlock(scope: Element, block: Block, own: Own): Line | "missing" | "changed" {
  const { mark } = block;
  if (!mark) return lineIn(childrenOf(scope), block) ?? "changed";
  const found = marksIn(linesOf(scope), own).find(({ link }) => link === mark.link);
  if (!found) return "missing";
  if (block.tags === "") return linesOf(scope).find(({ el }) => el === found.el) ?? "missing";
  let around: Element | null = found.el;
  for (let up = 0; up < mark.depth && around; up++) around = around.parentElement;
  if (!around || !scope.contains(around)) return "changed";
  const children = childrenOf(around);
  const isBeside = children[mark.child]?.el.contains(found.el);
  return (isBeside && lineIn(children, block)) || "changed";
}

function depthIn(block: Element, el: Element): number {
  let depth = 0;
  for (let up: Element | null = el; up && up !== block; up = up.parentElement) depth++;
  return depth;
}

function lineIn(children: readonly Child[], block: Block): Line | undefined {
  const lines = children[block.child]?.lines ?? [];
  const isSame = tagsOf(children) === block.tags && lines.length === block.lines;
  return isSame ? lines[block.line] : undefined;
}
