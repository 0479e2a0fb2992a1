import type { JobRecord, Problem, Sections, Unparsed } from "./capture";
import { given } from "./given";
import { jobUrl } from "./url";
import { fold } from "./words";

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

/** "Posted 2 weeks ago", "il y a 3 jours", "vor 3 Tagen", "hace 2 días", "há 1 mês", "2 giorni fa", "3 dagen geleden". */
export function isAgo(text: string): boolean {
  return (
    text.length < 40 &&
    /\d/.test(text) &&
    /\bago$|\bil y a |\bvor |\bhace |\bha \d|\bfa$|\bgeleden$/.test(fold(text))
  );
}
