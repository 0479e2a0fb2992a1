import type { JobRecord } from "../capture";
import { all, outermost } from "../dom";
import { given } from "../given";
import { isPlaceLine, placeOfWork, readPills, said } from "../job-facts";
import { type JobRow, openedJobs, readJobList } from "../job-rows";
import { isAgo, plainTitle } from "../job-words";
import type { Reader } from "../page";
import { linesOf, textsOf } from "../text";
import { companyIn, jobIdOf } from "../url";

const ROW =
  '[data-occludable-job-id], .job-card-container[data-job-id], li .job-card-container, [class*="job-posting-card-wrapper"][data-job-id], [data-view-name="job-card"][data-job-id]';
const LINK = 'a[href*="/jobs/view/"], a[href*="currentJobId="]';
const TITLE =
  '.job-card-list__title--link, .job-card-list__title, a.job-card-container__link, [class*="card-wrapper__title"], .artdeco-entity-lockup__title';
const COMPANY =
  ".artdeco-entity-lockup__subtitle, .job-card-container__company-name, .job-card-container__primary-description";
const MORE = ".artdeco-entity-lockup__metadata";
const PLACE =
  ".artdeco-entity-lockup__caption, .job-card-container__metadata-item, .job-card-container__metadata-wrapper";
const FOOTER = '[class*="footer-item"], [class*="listed-time"]';
const NAMED = [TITLE, COMPANY, MORE, PLACE, FOOTER, '[class*="insight"]'].join(", ");

/** The jobs of a search or a collection that stand on the page: further slots of the list are empty until scrolled to. */
export const emberJobList: Reader = {
  kind: "job-search",
  family: "ember",
  find: ({ doc }) => rowsIn(doc)[0] ?? null,
  rows: ({ doc }) => openedJobs(readEmberRows(doc)),
  read: ({ doc }) => readJobList(readEmberRows(doc)),
};

const rowsIn = (doc: Document): Element[] =>
  outermost(all(doc, ROW)).filter((row) => linesOf(row).length > 0);

export const readEmberRows = (doc: Document): JobRow[] => rowsIn(doc).map(readRow);

function readRow(row: Element): JobRow {
  const marked = row.hasAttribute("data-job-id") ? row : row.querySelector("[data-job-id]");
  const ids = [row.getAttribute("data-occludable-job-id"), marked?.getAttribute("data-job-id")];
  const link = row.matches(LINK) ? row : row.querySelector(LINK);
  // Numbers are numbers: a card of something else may stand in a slot ("search").
  const id = ids.find((one) => /^\d+$/.test(one ?? "")) ?? jobIdOf(link?.getAttribute("href"));
  return { el: row, id, facts: readFacts(row) };
}

/** The first line of the first of the named parts that says what is wanted; a part of another name is none of it. */
function firstOf(row: Element, name: string, isWanted: (text: string) => boolean) {
  return all(row, name)
    .filter((el) => !el.closest(MORE))
    .flatMap((el) => textsOf(el))
    .find(isWanted);
}

function readFacts(row: Element): JobRecord {
  const title = firstOf(row, TITLE, Boolean);
  const company = firstOf(row, COMPANY, (text) => text !== title);
  const isPlace = (text: string) => text !== title && text !== company && isPlaceLine(text);
  const named = { title, company, place: firstOf(row, PLACE, isPlace) };
  const { place, ...facts } = row.querySelector(NAMED) ? split(named) : linesAlone(row);
  const pills = all(row, `${MORE}, .job-card-container__metadata-item`).flatMap((el) =>
    textsOf(el),
  );
  const time = row.querySelector("time[datetime]");
  const day = time?.getAttribute("datetime") ?? "";
  const workplace = placeOfWork(place) ?? readPills(pills).workplace;
  return given({
    title: facts.title && said(plainTitle(facts.title)),
    companyName: said(facts.company),
    ...companyIn(row),
    location: said(place),
    workplace,
    salary: readPills(pills).salary,
    postedAt: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
    postedText: all(row, `time, ${FOOTER}`)
      .flatMap((el) => textsOf(el))
      .find(isAgo),
  });
}

type Facts = Record<"title" | "company" | "place", string | undefined>;

/** "Company · Place (Remote)", where the place has no line of its own. */
function split(facts: Facts): Facts {
  const [company, place, other] = facts.company?.split(/\s+[·•]\s+/) ?? [];
  if (facts.place !== undefined || !place || other) return facts;
  return { ...facts, company, place: isPlaceLine(place) ? place : undefined };
}

/** A list without names: title, company, place, each a line of its own; the title is the link to the job. */
function linesAlone(row: Element): Facts {
  const lines = textsOf(row);
  const link = all(row, LINK).flatMap((el) => textsOf(el))[0];
  const at = Math.max(0, lines.indexOf(link ?? ""));
  const [title, company, place] = lines.slice(at).filter((text, i, all) => text !== all[i - 1]);
  if (!company) return { title: undefined, company, place };
  const isPlace = place !== undefined && isPlaceLine(place);
  return split({ title, company, place: isPlace ? place : undefined });
}

// Seen on /jobs/search/?currentJobId=<id> in June 2025.
