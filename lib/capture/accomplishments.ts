import type { Accomplishment, PartialDate } from "./capture";
import { findDate, parseRange } from "./dates";
import { externalLink } from "./external-link";
import { all, outermost } from "./dom";
import { given } from "./given";
import { type Line, linesOf, WRITTEN } from "./text";
import { afterAssociatedWith, afterIssuedBy } from "./profile-words";

export const ACCOMPLISHMENTS = [
  "projects",
  "volunteering",
  "honors",
  "publications",
  "patents",
  "courses",
  "testScores",
  "organizations",
] as const;
export type AccomplishmentList = (typeof ACCOMPLISHMENTS)[number];

/**
 * A title, at most three short lines of facts, then what the person wrote. Which line holds what differs from
 * list to list; text in a link is a button ("Show project"), a medium or another person, except in the title.
 */
export function readAccomplishment(
  list: AccomplishmentList,
  item: Element,
): Accomplishment | undefined {
  const inner = outermost(all(item, `li, ${WRITTEN}`));
  const [title, ...own] = linesOf(item, (el) => inner.includes(el));
  if (!title) return undefined;
  const titleLink = title.el.closest("a");
  const isFree = ({ el }: Line): boolean => {
    const link = el.closest("a");
    return !link || link === titleLink || el.closest(WRITTEN) !== null;
  };
  const facts = own.filter(isFree).map(({ text }) => text);
  const written = inner
    .filter((el) => !hasFaces(el))
    .flatMap((el) => linesOf(el))
    .filter(isFree);
  const told = [...facts, ...written.map(({ text }) => text)];
  const associated = told.find((text) => afterAssociatedWith(text));
  return given({
    title: title.text,
    ...READ[list](facts.filter((text) => text !== associated).slice(0, 3)),
    associatedWith: associated && afterAssociatedWith(associated),
    url: externalLink(item, (link) => !link.closest(WRITTEN)),
    description: written
      .map(({ text }) => text)
      .filter((text) => text !== associated)
      .join("\n"),
  });
}

/** "Other creators", with their faces; in a text somebody may be named. */
const hasFaces = (el: Element): boolean =>
  all(el, 'a[href*="/in/"]').some((link) => !link.closest(WRITTEN));

type Facts = Partial<Accomplishment>;

const READ: Record<AccomplishmentList, (lines: string[]) => Facts> = {
  projects: (lines) => spanOf(lines.find((line) => isDated(line))),
  volunteering(lines) {
    const at = lines.findIndex(isDated);
    if (at < 0) return { organization: lines[0] };
    return {
      organization: at > 0 ? lines[0] : undefined,
      ...spanOf(lines[at]),
      cause: lines[at + 1],
    };
  },
  honors([line = ""]) {
    const { words, date } = cutDate(line);
    return { organization: words && afterIssuedBy(words), startDate: date };
  },
  publications([line = ""]) {
    const { words, date } = cutDate(line);
    return { organization: words, startDate: date };
  },
  patents([line = ""]) {
    const { words, date } = cutDate(line);
    return { number: words && /\d/.test(words) ? words : undefined, startDate: date };
  },
  courses: ([number]) => ({ number }),
  testScores([line = ""]) {
    const { words, date } = cutDate(line);
    return { score: words?.replace(/^[^:]*:\s*/, ""), startDate: date };
  },
  organizations([line = ""]) {
    if (isDated(line)) return spanOf(line);
    const cut = line.lastIndexOf(" · ");
    const dates = line.slice(cut + 3);
    return isDated(dates) ? { role: line.slice(0, cut), ...spanOf(dates) } : { role: line };
  },
};

const isDated = (line: string): boolean => parseRange(line) !== undefined;

function spanOf(line: string | undefined): Facts {
  const range = parseRange(line ?? "");
  return { startDate: range?.start, endDate: range?.end, current: range?.current };
}

/** "Publisher · Jan 5, 2020", either alone: a date ends in its year and has few words before it. */
function cutDate(line: string): { words?: string; date?: PartialDate } {
  const cut = line.lastIndexOf(" · ");
  const end = cut < 0 ? line : line.slice(cut + 3);
  const date = /^(?:\S+ ){0,5}(?:19|20)\d{2}$/.test(end) ? findDate(end) : undefined;
  // A name may end in a year: alone it is a date only if it is nothing else.
  const isAll = cut >= 0 || date?.month || /^\d+$/.test(end);
  if (!date || !isAll) return { words: line };
  return cut < 0 ? { date } : { words: line.slice(0, cut), date };
}
