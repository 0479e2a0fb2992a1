import type { JobRecord, Problem, Sections, Unparsed } from "./capture";
import { given } from "./given";
import { jobUrl } from "./url";

export type JobRow = { id: string | undefined; facts: JobRecord };

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

/** What a page that is nothing but a list of jobs gives. */
export function readJobList(rows: readonly JobRow[], total?: string) {
  const sections: Sections = {};
  const unparsed: Unparsed[] = [];
  return { ...jobRows(rows), ...(total && { total }), sections, unparsed };
}
