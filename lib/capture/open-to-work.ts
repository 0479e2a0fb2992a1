import type { PersonRecord } from "./capture";
import { all } from "./dom";
import { given } from "./given";
import { clean, linesOf } from "./text";
import { isHeading } from "./profile-words";

const LINK = 'a[href*="/opportunities/job-opportunities/"]';
/** What stands in no box that is about open roles alone. */
const MORE = 'h1, h2, a[href*="/overlay/contact-info"]';

/** The frame around the picture says that somebody looks for work; a box in the same card says as what. */
export function readOpenToWork(card: Element): PersonRecord {
  const link = card.querySelector(LINK);
  const isFramed = all(card, "img").some((img) =>
    /#OPEN_?TO_?WORK/i.test(clean(img.getAttribute("alt"))),
  );
  const named = linesOf(card).filter(({ text }) => isHeading(text, "openToWork"));
  const openToText = [link, ...named.map(({ el }) => el)]
    .map((el) => rolesAround(el, card))
    .find(Boolean);
  return given({ openToWork: isFramed || link || openToText ? true : undefined, openToText });
}

/** "Open to work", the roles, and what leads to more of it. */
function rolesAround(start: Element | null, card: Element): string | undefined {
  for (let box = start; box && box !== card && !box.querySelector(MORE); box = box.parentElement) {
    const lines = linesOf(box).map(({ text }) => text);
    if (lines.length > 4) return undefined;
    const heading = lines.findIndex((line) => isHeading(line, "openToWork"));
    if (heading >= 0 && lines[heading + 1]) return lines[heading + 1];
    // In a language without a table the roles are in the middle.
    if (lines.length === 3 && start?.matches(LINK)) return lines[1];
  }
  return undefined;
}
