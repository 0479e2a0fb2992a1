import type { PersonRecord } from "../capture";
import { readCounts } from "../counts";
import { all, commonAncestor, pictureUrl } from "../dom";
import { given } from "../given";
import { isSchool } from "../school";
import { clean, type Line, linesOf } from "../text";

const DEGREE = /^[·•]\s*([123])(?!\d)\S{0,4}(\s\S{1,4}){0,2}$/;
/** "She/Her", "Elle", "he/him/his": stands between name and headline. */
const PRONOUNS = /^\(?\p{L}{1,6}\s?\/\s?\p{L}{1,6}(\s?\/\s?\p{L}{1,6})?\)?$/u;

/**
 * Name and degree stand in one row, the headline after it, then company and school, then the place beside
 * "Contact info", then the counts.
 */
export function readTopCard(card: Element): PersonRecord {
  const lines = linesOf(card);
  const heading = card.querySelector("h1, h2");
  const nameAt = lines.findIndex((line) => heading?.contains(line.el));
  const name = lines[nameAt];
  if (!name) return {};
  const degrees = lines.filter((line) => DEGREE.test(line.text));
  const row = nameRow(card, name, degrees[0]);
  const below = lines
    .slice(nameAt + 1)
    .filter((line) => !row.contains(line.el) && !PRONOUNS.test(line.text));
  const placeAt = findPlace(below);
  const [headline, ...between] = below.slice(0, Math.max(placeAt, 0));
  const photo = all(card, "img").find((img) =>
    /profile-(displayphoto|framedphoto)/.test(img.getAttribute("src") ?? ""),
  );
  return given({
    fullName: name.text,
    headline: headline?.text,
    location: placeAt > 0 ? below[placeAt]?.text : undefined,
    degree: shownDegree(degrees),
    ...readChips(card, between),
    ...readCounts(below.slice(placeAt + 1).map((line) => line.text)),
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

/** The place stands before the dot that parts it from the contact link; -1 without such a row. */
function findPlace(lines: Line[]): number {
  return lines.findIndex((line) => line.text === "·") - 1;
}

/** The chips beside the headline repeat company and school, each with its logo. */
function readChips(card: Element, between: Line[]): PersonRecord {
  const chips = all(card, '[role="button"], button, a')
    .filter((chip) => chip.querySelector("figure, img, svg"))
    .map((chip) => [...chip.children].flatMap((child) => linesOf(child)))
    .filter((texts) => texts.length === 1)
    .map(([line]) => line?.text ?? "")
    .filter((text) => between.some((line) => ` · ${line.text} · `.includes(` · ${text} · `)));
  const [first, second] = new Set(chips);
  if (second) return { company: first, school: second };
  return first && isSchool(first) ? { school: first } : { company: first };
}

export function isOpenToWork(card: Element): boolean {
  return all(card, "img[alt]").some((img) =>
    /#OPEN_?TO_?WORK/i.test(clean(img.getAttribute("alt"))),
  );
}
