import type { JobRecord } from "../capture";
import { all, outermost } from "../dom";
import { given } from "../given";
import { isPlaceLine, placeOfWork, readPills, said } from "../job-facts";
import { type JobRow, openedJobs, readJobList } from "../job-rows";
import type { Reader } from "../page";
import { clean, lineAt, textsOf } from "../text";
import { companyIn, jobIdOf } from "../url";

const ROW = '.job-search-card, [data-entity-urn*="jobPosting"], .job-result-card';
/** Other jobs beside or below an open one. */
const BESIDE =
  ".base-main-card, .base-aside-card, .details-pane__content, [class*='__detail-view'], aside";

/** The public list of jobs. */
export const guestJobList: Reader = {
  kind: "job-search",
  family: "guest",
  find: ({ doc }) => rowsIn(doc)[0] ?? null,
  rows: ({ doc }) => openedJobs(readGuestRows(doc)),
  read: ({ doc }) =>
    readJobList(readGuestRows(doc), lineAt(doc, ".results-context-header__job-count")),
};

const rowsIn = (doc: Document): Element[] =>
  outermost(all(doc, ROW)).filter((row) => !row.closest(BESIDE));

export const readGuestRows = (doc: Document): JobRow[] => rowsIn(doc).map(readRow);

function readRow(row: Element): JobRow {
  const urn = /jobPosting:(\d+)/.exec(row.getAttribute("data-entity-urn") ?? "")?.[1];
  const link = row.querySelector('a[href*="/jobs/view/"]') ?? row.closest("a");
  const id = urn ?? jobIdOf(link?.getAttribute("href")) ?? row.getAttribute("data-id") ?? undefined;
  return { el: row, id, facts: readFacts(row, link) };
}

function readFacts(row: Element, link: Element | null): JobRecord {
  const place = lineAt(row, ".job-search-card__location, .job-result-card__location");
  const pay = lineAt(row, ".job-search-card__salary-info");
  const day = row.querySelector("time")?.getAttribute("datetime") ?? "";
  const title = lineAt(row, ".base-search-card__title, .result-card__title, h3");
  const company = lineAt(row, ".base-search-card__subtitle, .result-card__subtitle, h4");
  // Without its names the place is the line below the company.
  const lines = textsOf(row);
  const below = company === undefined ? undefined : lines[lines.indexOf(company) + 1];
  const location = place ?? (below !== undefined && isPlaceLine(below) ? below : undefined);
  return given({
    title: said(title ?? clean(link?.textContent)),
    companyName: said(company),
    ...companyIn(row),
    location: said(location),
    workplace: placeOfWork(location),
    salary: pay ? readPills([pay]).salary : undefined,
    postedAt: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
    postedText: lineAt(row, "time"),
  });
}

// Seen on <country>.linkedin.com/jobs/search?keywords=… in May 2026.
