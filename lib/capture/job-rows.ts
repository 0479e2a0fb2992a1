import type { JobRecord, Problem, Sections, Unparsed } from "./capture";
import { given } from "./given";
import type { OpenedRow } from "./page";
import { jobUrl } from "./url";

export type JobRow = { el: Element; id: string | undefined; facts: JobRecord };

export type JobRows = { records: JobRecord[]; problems: Problem[] };

/** One record per job, in the order of the page. A row without its number or its title is told of. */
export function jobRows(rows: readonly JobRow[]): JobRows {
  const records = new Map<string, JobRecord>();
  const problems: Problem[] = [];
  rows.forEach(({ id, facts }, index) => {
    if (!id || !facts.title) problems.push({ code: "row-unreadable", row: index + 1 });
    else if (!records.has(id))
      records.set(id, given({ externalId: id, ...facts, url: jobUrl(id) }));
  });
  return { records: [...records.values()], problems };
}

/** The rows where they stand; of one without its title its number tells which job it is of. */
export const openedJobs = (rows: readonly JobRow[]): OpenedRow<JobRecord>[] =>
  rows.map(({ el, id, facts }) => {
    if (!id) return { el, problem: "row-unreadable" };
    const about = { externalId: id, url: jobUrl(id) };
    return facts.title
      ? { el, about, record: { ...facts, ...about } }
      : { el, about, problem: "row-unreadable" };
  });

/** What a page that is nothing but a list of jobs gives. */
export function readJobList(rows: readonly JobRow[], total?: string) {
  const sections: Sections = {};
  const unparsed: Unparsed[] = [];
  return { ...jobRows(rows), ...(total && { total }), sections, unparsed };
}
