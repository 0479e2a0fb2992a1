import { fold } from "./fold";
import type { Entry } from "./roster";

/** A company as the list shows it; who is there is known from the lists of people and jobs. */
export type CompanyLine = {
  id: string;
  name: string;
  industry?: string;
  tags: readonly string[];
  hasNotes: boolean;
  /** Something of one's own, or read from its page: not only named by somebody's career. */
  isKept: boolean;
};

export type CompanyRow = CompanyLine & {
  people: number;
  jobs: number;
  /** The last thing that happened with anybody there. */
  lastTouch: string;
};

export type CompanyOrder = "name" | "people" | "jobs" | "lastTouch";

/** Each company with whom one knows there, from lists that are in memory anyway. */
export function companyRows(
  companies: readonly CompanyLine[],
  people: readonly Entry[],
  jobs: readonly Entry[],
): CompanyRow[] {
  const rows = new Map(
    companies.map((one) => [one.id, { ...one, people: 0, jobs: 0, lastTouch: "" }]),
  );
  for (const { employerId, lastInteractionAt = "" } of people) {
    const row = rows.get(employerId ?? "");
    if (!row) continue;
    row.people++;
    if (lastInteractionAt > row.lastTouch) row.lastTouch = lastInteractionAt;
  }
  for (const { employerId } of jobs) {
    const row = rows.get(employerId ?? "");
    if (row) row.jobs++;
  }
  return [...rows.values()];
}

/** Those one has to do with, unless all are asked for; a search asks all. */
export function findCompanies(
  rows: readonly CompanyRow[],
  { text, isWhole, order }: { text: string; isWhole: boolean; order: CompanyOrder },
): CompanyRow[] {
  const wanted = fold(text);
  return rows
    .filter((row) => {
      if (wanted !== "") return ` ${fold(`${row.name} ${row.tags.join(" ")}`)}`.includes(wanted);
      return isWhole || row.isKept || row.people + row.jobs > 0;
    })
    .toSorted((a, b) => byOrder(a, b, order) || a.name.localeCompare(b.name));
}

function byOrder(a: CompanyRow, b: CompanyRow, order: CompanyOrder): number {
  if (order === "name") return 0;
  if (order !== "lastTouch") return b[order] - a[order];
  if (a.lastTouch === b.lastTouch) return 0;
  return a.lastTouch < b.lastTouch ? 1 : -1;
}
