import type { JobRecord } from "../capture";
import { all, outermost } from "../dom";
import { given } from "../given";
import { isPlaceLine, placeOfWork, readPills, said } from "../job-facts";
import { type JobRow, openedJobs, readJobList } from "../job-rows";
import { isAgo, plainTitle } from "../job-words";
import type { Reader } from "../page";
import { keyed, keyOf } from "../sdui";
import { clean, linesOf, textsOf } from "../text";
import { companyIn, jobIdOf } from "../url";

const CARD = "job-card-component-ref-";
const LINKS = ['a[href*="currentJobId="]', 'a[href*="/jobs/view/"]'].map(
  (link) => `main ${link}, [data-sdui-screen] ${link}`,
);

/** The parts of an open job: jobs like it stand in one of them. */
const OPEN = '[componentkey^="JobDetails"], [id^="JobDetails"], [data-sdui-screen$="JobDetails"]';

/** The jobs of a search in the newest family: a card's key ends in the number, or its link says it. */
export const sduiJobList: Reader = {
  kind: "job-search",
  family: "sdui",
  find: ({ doc }) => cardsIn(doc)[0] ?? null,
  rows: ({ doc }) => openedJobs(readSduiRows(doc)),
  read: ({ doc }) => readJobList(readSduiRows(doc)),
};

function cardsIn(doc: Document): Element[] {
  const named = keyed(doc, CARD).filter((el) => /^\d+$/.test(keyOf(el).slice(CARD.length)));
  // The public list is made of links, too.
  const links = doc.querySelector("[componentkey], [data-sdui-screen]") ? LINKS : [];
  for (const cards of [named, ...links.map((link) => all(doc, link))]) {
    const others = outermost(cards).filter((card) => !card.closest(OPEN));
    const found = others.filter((card) => linesIn(card).length > (cards === named ? 1 : 2));
    if (found.length > 0) return found;
  }
  return shapedIn(doc);
}

const isCard = (el: Element): boolean =>
  el.querySelector("figure, img") !== null && linesIn(el).length > 2;

/** Cards with neither a key nor a link: parts beside one another, each with a picture and lines, in a screen of jobs. */
function shapedIn(doc: Document): Element[] {
  for (const picture of all(doc, '[data-sdui-screen*="flagshipnav.jobs"] main img')) {
    if (picture.closest(OPEN)) continue;
    for (let up: Element = picture; up.tagName !== "MAIN"; up = up.parentElement!) {
      const cards = [...(up.parentElement?.children ?? [])].filter(isCard);
      if (cards.length > 1) return cards;
      if (!up.parentElement) break;
    }
  }
  return [];
}

/** The number may stand in whatever attribute of the card, or of a part of it. */
function idInside(card: Element): string | undefined {
  for (const el of [card, ...all(card, "*")]) {
    for (const { name, value } of el.attributes) {
      const id = /jobPosting(?::|%3A)(\d{3,})/i.exec(value)?.[1];
      if (id) return id;
      if (name === "data-job-id" && /^\d{3,}$/.test(value)) return value;
    }
  }
  return undefined;
}

export const readSduiRows = (doc: Document): JobRow[] =>
  cardsIn(doc).map((card) => ({
    el: card,
    id: keyOf(card).startsWith(CARD)
      ? keyOf(card).slice(CARD.length)
      : (jobIdOf(card.getAttribute("href")) ?? idInside(card)),
    facts: readFacts(card),
  }));

/** <span>spoken</span><span aria-hidden="true">shown</span>: "Selected, Clerk (Verified job)" beside "Clerk". */
function isSpoken(el: Element): boolean {
  if (el.tagName !== "SPAN" || el.hasAttribute("aria-hidden")) return false;
  const next = el.nextElementSibling;
  const shown = next?.getAttribute("aria-hidden") === "true" ? clean(next.textContent) : "";
  return next?.tagName === "SPAN" && /[\p{L}\d]{2}/u.test(shown);
}

/** What a person sees of a card; dots between lines are no line, a title said twice is one. */
function linesIn(card: Element): string[] {
  const lines = linesOf(card, isSpoken).flatMap(({ text }) => (said(text) ? text : []));
  const [first = "", second = "", ...rest] = lines;
  const isTwice = second.length > 3 && first.includes(second);
  return isTwice ? [second, ...rest] : lines;
}

/** The button that takes a card away names its job: of a title with words in front or behind, the part it names. */
function titleOf(line: string, card: Element): string | undefined {
  const plain = plainTitle(line);
  const labels = all(card, "button[aria-label]").map((el) => clean(el.getAttribute("aria-label")));
  const tail = line.replace(/^[^,]{2,24},\s+/, "");
  const shorter = [line, tail].map((text) => text.replace(/\s+\([^()]+\)$/, ""));
  const named = [line, tail, ...shorter].find((text) => labels.some((one) => one.includes(text)));
  return said(named ?? plain);
}

/** Title, company, place, each a line of its own; then pay, people and how old it is. */
function readFacts(card: Element): JobRecord {
  const [title, second = "", third, ...others] = linesIn(card);
  // "Company • Place (Remote)" in one line
  const [company, beside] = second.split(/\s+[·•]\s+/);
  const place = beside ?? third;
  const rest = beside === undefined || third === undefined ? others : [third, ...others];
  const isPlace = place !== undefined && isPlaceLine(place);
  const notes = [...(isPlace || !place ? [] : [place]), ...rest].flatMap((line) =>
    line.split(/\s+·\s+/),
  );
  return given({
    title: title && titleOf(title, card),
    companyName: said(company),
    ...companyIn(card),
    location: isPlace ? place : undefined,
    workplace: isPlace ? placeOfWork(place) : undefined,
    salary: readPills(notes).salary,
    postedText: postedIn(card) ?? notes.find(isAgo),
  });
}

/** "2 minutes ago" with words for who hears the page behind it. */
function postedIn(card: Element): string | undefined {
  const shown = all(card, "time, span[aria-hidden='true']").map((el) =>
    el.tagName === "TIME" ? clean(el.firstChild?.textContent) : (textsOf(el)[0] ?? ""),
  );
  return shown.find(isAgo);
}

// Told of for 2026 by those who read it; not yet seen here.
