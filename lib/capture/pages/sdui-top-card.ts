import type { PersonRecord } from "../capture";
import { readCounts } from "../counts";
import { all, commonAncestor, pictureUrl } from "../dom";
import { given } from "../given";
import { readOpenToWork } from "../open-to-work";
import { isSchool as isSchoolName } from "../school";
import { clean, type Line, linesOf } from "../text";

/** "· 1st", "· 3e et +", "2nd": the number first, and no more than its ending. */
const DEGREE =
  /^(?:[·•]\s*([123])(?!\d)\S{0,4}(?:\s\S{1,4}){0,2}|([123])(?:st|nd|rd|er|e|º|°)\+?)$/;
/** Around the name, where it is no heading. */
const BADGE =
  '[componentkey^="ProfileVerificationTriggerRef-"], [data-view-name="profile-top-card-verified-badge"]';
/** "She/Her", "(il/lui)": may stand between name and headline. */
const PRONOUNS =
  /^\(?(she|he|they|ze|xe|elle|il|iel|ella|[eé]l|ela|ele|elu|sie|er|zij|hij|die|lei|lui)\s?\/\s?\p{L}+(\s?\/\s?\p{L}+)?\)?$/iu;
const LOGO = 'figure, img, svg, [role="button"] > *, button > *';
const CONTACT = 'a[href*="/overlay/contact-info"]';

/**
 * Name and degree stand in one row, the headline after it, then company and school, then the place beside
 * "Contact info", then the counts.
 */
export function readTopCard(card: Element): PersonRecord {
  const lines = linesOf(card);
  const heading = card.querySelector("h1, h2") ?? card.querySelector(BADGE);
  const titled = nameInTitle(card.ownerDocument.title);
  const titledAt = lines.findIndex(({ text }) => text === titled);
  const nameAt = titledAt < 0 ? lines.findIndex(({ el }) => heading?.contains(el)) : titledAt;
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
    degree: shownDegree(degrees, name.el),
    ...employer(chips),
    ...readCounts(below.slice(at).map((line) => line.text)),
    photoUrl: pictureUrl(photo),
    ...readOpenToWork(card),
  });
}

/** "(2) Name | LinkedIn" */
const nameInTitle = (title: string): string | undefined =>
  /^(?:\(\d+\+?\) )?(.+?) \| LinkedIn$/.exec(clean(title))?.[1];

/** The page holds the degree of before and after a click; the one in a display-contents box is not shown. */
function shownDegree(degrees: Line[], name: Element): 1 | 2 | 3 | undefined {
  const shown = degrees.filter(
    ({ el }) => el.closest('[data-display-contents="true"]')?.contains(name) ?? true,
  );
  const values = (degrees.length === 1 ? degrees : shown).map(
    ({ text }) => DEGREE.exec(text)?.[1] ?? DEGREE.exec(text)?.[2],
  );
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

/** Where the head ends: at the place, which stands in one box with the contact link; at that link without a place. */
function findPlace(lines: Line[]): { at: number; place?: string } {
  const dot = lines.findIndex((line) => line.text === "·");
  const link = lines.findIndex(({ el }) => el.closest(CONTACT) ?? el.querySelector(CONTACT));
  const at = dot > 0 ? dot : link;
  const [before, end] = [lines[at - 1], lines[at]];
  if (!end) return { at: Math.max(1, lines.findIndex(isCount)) };
  if (before && (dot > 0 || at > 1) && linesOf(commonAncestor(before.el, end.el)).length <= 3) {
    return { at: at - 1, place: before.text };
  }
  const [place, more] = end.text.split(" · ");
  return { at, place: more && place };
}

const isCount = ({ text }: Line): boolean => Object.keys(readCounts([text])).length > 0;

export type Chip = { text: string; isSchool: boolean };

/** The chips beside the headline repeat company and school, each with its logo or a drawing in its place. */
function readChips(card: Element, head: string[]): Chip[] {
  const chips = new Map<string, Chip>();
  for (const logo of all(card, LOGO)) {
    const [line, more] = linesBeside(logo, card);
    const text = line?.text ?? "";
    const isSchool = logo.matches("[id^=school]") || logo.querySelector("svg[id^=school]");
    const isCompany = logo.matches("[id^=company]") || logo.querySelector("svg[id^=company]");
    if (more || !head.some((shown) => ` · ${shown} · `.includes(` · ${text} · `))) continue;
    chips.set(text, { text, isSchool: Boolean(isSchool) || (!isCompany && isSchoolName(text)) });
  }
  return [...chips.values()];
}

/** What stands with a logo in the smallest box that shows anything; a button shows, too. */
function linesBeside(logo: Element, card: Element): Line[] {
  for (let box = logo.parentElement; box && box !== card; box = box.parentElement) {
    const lines = [...box.children].flatMap((child) => linesOf(child));
    if (lines.length > 0) return lines;
  }
  return [];
}

/** Two chips are a company and a school, in this order; a single one may be either. */
export function employer([first, second]: Chip[]): PersonRecord {
  if (first && second) return { company: first.text, school: second.text };
  return first?.isSchool ? { school: first.text } : { company: first?.text };
}
