import type { JobRecord } from "./capture";
import { given } from "./given";
import { type JobRow, jobRows } from "./job-rows";
import { isCut, type Page, type Reading } from "./page";
import { wholeText } from "./text";
import { jobUrl } from "./url";

/**
 * A job whose page has said its number. Every sign must be of the job in the address: beside a list the address
 * changes first and the open job later.
 */
export function readJob(
  page: Page,
  ids: (string | null | undefined)[],
  facts: JobRecord,
  body: Element | null,
  rows: readonly JobRow[],
): Reading {
  if (page.address.kind !== "job") return { refused: { code: "unsupported-page" } };
  const { jobId, inList } = page.address;
  const shown = [...new Set(ids.filter(Boolean))];
  if (shown.some((id) => id !== jobId)) {
    return { refused: { code: "job-mismatch", detail: shown.join(", ") } };
  }
  if (!facts.title) return { refused: { code: "still-loading" } };
  if (shown.length === 0 && inList && !isInRows(jobId, facts, rows)) {
    return { refused: { code: "job-mismatch" } };
  }
  const description = body ? wholeText(body, isOfThePage) : "";
  const isWhole = !body || !isCut(page, body);
  const state = isWhole ? "present" : "cutOff";
  // On a page of its own, what stands below are other jobs that nobody asked for.
  const { records } = jobRows(inList ? rows : []);
  return {
    record: given({ externalId: jobId, ...facts, description, url: jobUrl(jobId) }),
    ...(records.length > 0 && { records }),
    sections: { description: description ? state : "notLoaded" },
    unparsed: [],
  };
}

/** A job that bears no number is known by its row in the list beside it. */
const isInRows = (jobId: string, { title }: JobRecord, rows: readonly JobRow[]): boolean =>
  rows.some(({ id, facts }) => id === jobId && facts.title === title);

/** The page's own heading, and what it says below under another; who writes a description has no headings. */
function isOfThePage(el: Element): boolean {
  return el.tagName === "H2" || (el.tagName === "DIV" && el.firstElementChild?.tagName === "H3");
}
