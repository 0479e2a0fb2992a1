import type { JobRecord } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import { placeOfWork, readPills } from "../job-facts";
import { type JobRow, readJobList } from "../job-rows";
import type { Reader } from "../page";
import { lineAt } from "../text";
import { companyIn, jobIdOf } from "../url";

const ROW = ".job-search-card, .base-search-card[data-entity-urn*='jobPosting']";

/** The public list of jobs. */
export const guestJobList: Reader = {
  kind: "job-search",
  family: "guest",
  find: ({ doc }) => doc.querySelector(ROW),
  read: ({ doc }) =>
    readJobList(readGuestRows(doc), lineAt(doc, ".results-context-header__job-count")),
};

export const readGuestRows = (doc: Document): JobRow[] => all(doc, ROW).map(readRow);

function readRow(row: Element): JobRow {
  const urn = /jobPosting:(\d+)/.exec(row.getAttribute("data-entity-urn") ?? "")?.[1];
  const link = row.querySelector('a[href*="/jobs/view/"]') ?? row.closest("a");
  return { id: urn ?? jobIdOf(link?.getAttribute("href")), facts: readFacts(row) };
}

function readFacts(row: Element): JobRecord {
  const place = lineAt(row, ".job-search-card__location");
  const pay = lineAt(row, ".job-search-card__salary-info");
  const day = row.querySelector("time")?.getAttribute("datetime") ?? "";
  return given({
    title: lineAt(row, ".base-search-card__title"),
    companyName: lineAt(row, ".base-search-card__subtitle"),
    ...companyIn(row),
    location: place,
    workplace: placeOfWork(place),
    salary: pay ? readPills([pay]).salary : undefined,
    postedAt: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
    postedText: lineAt(row, "time"),
  });
}

// Seen on <country>.linkedin.com/jobs/search?keywords=… in May 2026.
