import type { JobRecord } from "../capture";
import { all, outermost } from "../dom";
import { given } from "../given";
import { placeOfWork, readPills } from "../job-facts";
import { isAgo, type JobRow, readJobList } from "../job-rows";
import type { Reader } from "../page";
import { lineAt, linesOf, textsOf } from "../text";
import { companyIn, jobIdOf } from "../url";

const ROW = "[data-occludable-job-id], .job-card-container[data-job-id], li .job-card-container";
const TITLE = ".job-card-list__title--link, .job-card-list__title, a.job-card-container__link";
const COMPANY =
  ".artdeco-entity-lockup__subtitle, .job-card-container__company-name, .job-card-container__primary-description";
const PLACE = ".artdeco-entity-lockup__caption, .job-card-container__metadata-wrapper";

/** The jobs of a search or a collection that stand on the page: further slots of the list are empty until scrolled to. */
export const emberJobList: Reader = {
  kind: "job-search",
  family: "ember",
  find: ({ doc }) => rowsIn(doc)[0] ?? null,
  read: ({ doc }) => readJobList(readEmberRows(doc)),
};

const rowsIn = (doc: Document): Element[] =>
  outermost(all(doc, ROW)).filter((row) => linesOf(row).length > 0);

export const readEmberRows = (doc: Document): JobRow[] => rowsIn(doc).map(readRow);

function readRow(row: Element): JobRow {
  const link = row.querySelector('a[href*="/jobs/view/"], a[href*="currentJobId="]');
  const id =
    row.getAttribute("data-occludable-job-id") ??
    row.getAttribute("data-job-id") ??
    jobIdOf(link?.getAttribute("href"));
  return { id: id ?? undefined, facts: readFacts(row) };
}

function readFacts(row: Element): JobRecord {
  const pills = all(row, ".artdeco-entity-lockup__metadata").flatMap((el) => textsOf(el));
  const place = lineAt(row, PLACE);
  const time = row.querySelector("time[datetime]");
  const day = time?.getAttribute("datetime") ?? "";
  return given({
    title: lineAt(row, TITLE),
    companyName: lineAt(row, COMPANY),
    ...companyIn(row),
    location: place,
    workplace: placeOfWork(place),
    salary: readPills(pills).salary,
    postedAt: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
    postedText: all(row, "time, .job-card-container__footer-item")
      .flatMap((el) => textsOf(el))
      .find(isAgo),
  });
}

// Seen on /jobs/search/?currentJobId=<id> in June 2025.
