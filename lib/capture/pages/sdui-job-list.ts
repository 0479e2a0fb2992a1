import type { JobRecord } from "../capture";
import { all, outermost } from "../dom";
import { given } from "../given";
import { placeOfWork, readPills } from "../job-facts";
import { isAgo, type JobRow, readJobList } from "../job-rows";
import type { Reader } from "../page";
import { keyed, keyOf } from "../sdui";
import { linesOf, textsOf } from "../text";
import { companyIn, jobIdOf } from "../url";

const CARD = "job-card-component-ref-";
const LINK = 'main a[href*="currentJobId="], [data-sdui-screen] a[href*="currentJobId="]';

/** The jobs of a search in the newest family: a card's key ends in the number, or its link says it. */
export const sduiJobList: Reader = {
  kind: "job-search",
  family: "sdui",
  find: ({ doc }) => cardsIn(doc)[0] ?? null,
  read: ({ doc }) => readJobList(readSduiRows(doc)),
};

function cardsIn(doc: Document): Element[] {
  const cards = keyed(doc, CARD).filter((el) => /^\d+$/.test(keyOf(el).slice(CARD.length)));
  const links = cards.length > 0 ? [] : all(doc, LINK);
  return outermost([...cards, ...links]).filter((card) => textsOf(card).length > 2);
}

export const readSduiRows = (doc: Document): JobRow[] =>
  cardsIn(doc).map((card) => ({
    id: keyOf(card).slice(CARD.length) || jobIdOf(card.getAttribute("href")),
    facts: readFacts(card),
  }));

/** Title, company, place, each a line of its own; then pay, people and how old it is. */
function readFacts(card: Element): JobRecord {
  const [title, companyName, place, ...rest] = linesOf(card).map(({ text }) => text);
  const notes = rest.flatMap((line) => line.split(/\s+·\s+/));
  return given({
    title,
    companyName,
    ...companyIn(card),
    location: place,
    workplace: placeOfWork(place),
    salary: readPills(rest).salary,
    postedText: notes.find(isAgo),
  });
}

// Told of for 2026 by those who read it; not yet seen here.
