import { isRange } from "./dates";
import { commonAncestor, outermost } from "./dom";
import { ENTITY, keyed, keyOf, SKILL } from "./sdui";
import { type Line, linesOf } from "./text";

/** The entries of a card or a details page: by their keys, else the parts of the list that are alike. */
export function itemsOf(card: Element): Element[] {
  const skills = keyed(card, SKILL).filter((el) => !keyOf(el).endsWith("-divider"));
  const entities = outermost([...keyed(card, ENTITY), ...skills]);
  return entities.length > 0 ? entities : alike(card);
}

function alike(card: Element): Element[] {
  const lines = linesOf(card, isFrame);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  const common = commonAncestor(first.el, last.el);
  const list = (common.tagName === "LI" && common.parentElement) || common;
  const parts = [...list.children].filter((el) => !isFrame(el) && linesOf(el).length > 0);
  if (areEntries(list, parts)) return parts;
  return isOne(lines) ? [withLogo(list, card)] : [];
}

/** As far up as there is nothing else to read: a logo stands beside the lines. */
function withLogo(list: Element, card: Element): Element {
  let entry = list;
  for (let up = list.parentElement; up && up !== card; up = up.parentElement) {
    if (
      up.tagName === "UL" ||
      up.querySelector("h1, h2, h3") ||
      linesOf(up).length > linesOf(list).length
    )
      break;
    entry = up;
  }
  return entry;
}

/** A heading, and what leads to the rest of a list. */
const isFrame = (el: Element): boolean =>
  /^H[1-3]$/.test(el.tagName) ||
  el.id.startsWith("ProfileNullState") ||
  keyOf(el).startsWith("ProfileNullState") ||
  /\/details\/[a-z-]+\/?(\?|$)/.test(el.getAttribute("href") ?? "");

/** Of one template: all are list items, have a logo, a key, a range of dates or the same class, or rules between. */
function areEntries(list: Element, parts: Element[]): boolean {
  const [one] = parts;
  if (!one || parts.some((part) => /^(P|A|UL|SPAN|FIGURE)$/.test(part.tagName))) return false;
  if (parts.every((part) => part.tagName === "LI")) return true;
  if (parts.some((part) => isRange(linesOf(part)[0]?.text ?? ""))) return false;
  const kinds = [
    (part: Element) => part.querySelector("figure") !== null,
    (part: Element) => part.hasAttribute("componentkey"),
    (part: Element) => linesOf(part).some(({ text }) => isRange(text)),
    (part: Element) => part.className !== "" && part.className === one.className,
  ];
  const isRuled = list.querySelector("hr") !== null;
  return parts.length > 1 && (isRuled || kinds.some((isKind) => parts.every(isKind)));
}

/** One entry: its lines in one box, one range of dates, or a company with its positions in one list. */
function isOne(lines: Line[]): boolean {
  if (new Set(lines.map(({ el }) => el.parentElement)).size === 1) return true;
  const dated = lines.filter(({ text }) => isRange(text));
  const lists = new Set(dated.map(({ el }) => el.closest("li")?.parentElement));
  return dated.length === 1 || (dated.length > 1 && lists.size === 1 && !lists.has(undefined));
}
