import type { PersonRecord } from "../capture";
import { readCounts } from "../counts";
import { all, commonAncestor, pictureUrl } from "../dom";
import { given } from "../given";
import { isSchool as isSchoolName } from "../school";
import { clean, type Line, linesOf } from "../text";

const DEGREE = /^[·•]\s*([123])(?!\d)\S{0,4}(\s\S{1,4}){0,2}$/;
/** "She/Her", "(il/lui)": may stand between name and headline. */
const PRONOUNS =
  /^\(?(she|he|they|ze|xe|elle|il|iel|ella|[eé]l|ela|ele|elu|sie|er|zij|hij|die|lei|lui)\s?\/\s?\p{L}+(\s?\/\s?\p{L}+)?\)?$/iu;
const CONTACT = 'a[href*="/overlay/contact-info"]';

/**
 * Name and degree stand in one row, the headline after it, then company and school, then the place beside
 * "Contact info", then the counts.
 */
export function readTopCard(card: Element): PersonRecord {
  const lines = linesOf(card);
  const heading = card.querySelector("h1, h2");
  const nameAt = lines.findIndex((line) => heading?.contains(line.el));
  // The name may stand in the button of its badge, which is silent.
  const name = lines[nameAt] ?? { text: clean(heading?.textContent), el: heading ?? card };
  if (!name.text) return {};
  const degrees = lines.filter((line) => DEGREE.test(line.text));
  const row = nameRow(card, name, degrees[0]);
  const below = lines
    .slice(nameAt + 1)
    .filter((line) => !row.contains(line.el) && !PRONOUNS.test(line.text));
  const { at, place } = findPlace(below);
  const head = below.slice(0, at).map((line) => line.text);
  const chips = readChips(card, head);
  // A person without a headline has the company's line, or dashes, in its place.
  const isHeadline =
    head[0] !== chips.map(({ text }) => text).join(" · ") && !/^-+$/.test(head[0] ?? "");
  const photo = all(card, "img").find((img) =>
    /profile-(displayphoto|framedphoto)/.test(img.getAttribute("src") ?? ""),
  );
  return given({
    fullName: name.text,
    headline: isHeadline ? head[0] : undefined,
    location: place,
    degree: shownDegree(degrees),
    ...employer(chips),
    ...readCounts(below.slice(at).map((line) => line.text)),
    photoUrl: pictureUrl(photo),
    openToWork: isOpenToWork(card) || undefined,
  });
}

/** The page holds the degree of before and after a click; the one in a display-contents box is not shown. */
function shownDegree(degrees: Line[]): 1 | 2 | 3 | undefined {
  const shown = degrees.filter(
    (line) => line.el.parentElement?.getAttribute("data-display-contents") !== "true",
  );
  const values = (degrees.length === 1 ? degrees : shown).map(({ text }) => DEGREE.exec(text)?.[1]);
  const [value, other] = new Set(values);
  return value && !other ? (Number(value) as 1 | 2 | 3) : undefined;
}

function nameRow(card: Element, name: Line, degree: Line | undefined): Element {
  if (degree) return commonAncestor(name.el, degree.el);
  let row = name.el;
  for (let up = row.parentElement; up && up !== card; up = up.parentElement) {
    if (linesOf(up).length > 1) break;
    row = up;
  }
  return row;
}

/** Where the head ends: at the place, which a dot parts from the contact link; at that link without a place. */
function findPlace(lines: Line[]): { at: number; place?: string } {
  const dot = lines.findIndex((line) => line.text === "·");
  const before = lines[dot - 1];
  if (before && lines[dot]?.el.parentElement?.contains(before.el)) {
    return { at: dot - 1, place: before.text };
  }
  const at = lines.findIndex(({ el }) => el.closest(CONTACT) ?? el.querySelector(CONTACT));
  const [place, link] = lines[at]?.text.split(" · ") ?? [];
  return at < 0 ? { at: 1 } : { at, place: link && place };
}

type Chip = { text: string; isSchool: boolean };

/** The chips beside the headline repeat company and school, each with its logo or a drawing in its place. */
function readChips(card: Element, head: string[]): Chip[] {
  const chips = new Map<string, Chip>();
  for (const chip of all(card, '[role="button"], button, a')) {
    const logo = chip.querySelector("figure, img, svg");
    const [line, more] = [...chip.children].flatMap((child) => linesOf(child));
    const text = line?.text ?? "";
    const isSchool = logo?.matches("[id^=school]") || logo?.querySelector("svg[id^=school]");
    const isCompany = logo?.matches("[id^=company]") || logo?.querySelector("svg[id^=company]");
    if (!logo || more || !head.some((shown) => ` · ${shown} · `.includes(` · ${text} · `)))
      continue;
    chips.set(text, { text, isSchool: Boolean(isSchool) || (!isCompany && isSchoolName(text)) });
  }
  return [...chips.values()];
}

/** Two chips are a company and a school, in this order; a single one may be either. */
function employer([first, second]: Chip[]): PersonRecord {
  if (first && second) return { company: first.text, school: second.text };
  return first?.isSchool ? { school: first.text } : { company: first?.text };
}

export function isOpenToWork(card: Element): boolean {
  return all(card, "img[alt]").some((img) =>
    /#OPEN_?TO_?WORK/i.test(clean(img.getAttribute("alt"))),
  );
}
