import type { PersonRecord } from "../capture";
import { readCounts } from "../counts";
import { all, commonAncestor, pictureUrl } from "../dom";
import { isSchool } from "../school";
import { clean, type Line, linesOf } from "../text";

const DEGREE = /^[·•]\s*([123])(?!\d)\S{0,4}(\s\S{1,4}){0,2}$/;

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
  const record: PersonRecord = { fullName: name.text };

  const degrees = lines.filter((line) => DEGREE.test(line.text));
  const degree = shownDegree(degrees);
  if (degree) record.degree = degree;

  const row = nameRow(card, name, degrees[0]);
  const below = lines.slice(nameAt + 1).filter((line) => !row.contains(line.el));
  const placeAt = findPlace(below);
  const head = below.slice(0, placeAt ?? 0);
  if (head[0]) record.headline = head[0].text;
  if (placeAt !== undefined && placeAt > 0) {
    record.location = below[placeAt]?.text;
    Object.assign(record, readChips(card, head.slice(1)));
  }
  Object.assign(record, readCounts(below.slice((placeAt ?? 0) + 1).map((line) => line.text)));
  const photo = all(card, "img").find((img) =>
    /profile-(displayphoto|framedphoto)/.test(img.getAttribute("src") ?? ""),
  );
  const photoUrl = pictureUrl(photo);
  if (photoUrl) record.photoUrl = photoUrl;
  if (isOpenToWork(card)) record.openToWork = true;
  return record;
}

/** The page holds the degree of before and after a click; the one in a display-contents box is not shown. */
function shownDegree(degrees: Line[]): 1 | 2 | 3 | undefined {
  const shown = degrees.filter(
    (line) => line.el.parentElement?.getAttribute("data-display-contents") !== "true",
  );
  const values = new Set(
    (degrees.length === 1 ? degrees : shown).map((line) => DEGREE.exec(line.text)?.[1]),
  );
  return values.size === 1 ? (Number([...values][0]) as 1 | 2 | 3) : undefined;
}

function nameRow(card: Element, name: Line, degree: Line | undefined): Element {
  if (degree) return commonAncestor(name.el, degree.el);
  let row = name.el;
  while (
    row.parentElement &&
    row.parentElement !== card &&
    linesOf(row.parentElement).length === 1
  ) {
    row = row.parentElement;
  }
  return row;
}

/** The place stands before the dot that parts it from the contact link. */
function findPlace(lines: Line[]): number | undefined {
  const contact = lines.findIndex((line) => line.el.closest('a[href*="/overlay/contact-info"]'));
  const dot = lines.findIndex((line) => line.text === "·");
  if (dot > 0) return dot - 1;
  // Without a dot the contact link stands alone: no place is given.
  return contact >= 0 ? contact : undefined;
}

/** The chips beside the headline repeat company and school, each with its logo. */
function readChips(card: Element, between: Line[]): PersonRecord {
  const shown = between.map((line) => line.text);
  const chips = all(card, '[role="button"], button, a')
    .filter((chip) => chip.querySelector("figure, img, svg"))
    .map((chip) => linesOfChip(chip))
    .filter((texts) => texts.length === 1)
    .map(([text]) => text ?? "")
    .filter((text) => shown.some((line) => line === text || splits(line, text)));
  const [first, second] = [...new Set(chips)];
  if (first && second) return { company: first, school: second };
  if (!first) return {};
  return isSchool(first) ? { school: first } : { company: first };
}

/** A chip may be a real button, which is silent elsewhere. */
function linesOfChip(chip: Element): string[] {
  return chip.tagName === "BUTTON" && chip.children.length === 0
    ? [clean(chip.textContent)]
    : linesOf(chip).map((line) => line.text);
}

const splits = (line: string, chip: string): boolean =>
  line.startsWith(`${chip} · `) || line.endsWith(` · ${chip}`);

export function isOpenToWork(card: Element): boolean {
  return all(card, "img[alt]").some((img) =>
    /#OPEN_?TO_?WORK/i.test(img.getAttribute("alt") ?? ""),
  );
}
