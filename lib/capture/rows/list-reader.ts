import type { Family, PageKind, PersonRecord } from "../capture";
import { familyOf } from "../detect";
import { type ListReading, isCut, type OpenedRow, type Page, type Reader } from "../page";
import { linesOf } from "../text";
import { findRows, listScope, showsSomebody } from "./find-rows";
import { familyHere, mayBeHere } from "./here";
import { openRow, type Row } from "./open-row";

export type ListLook = {
  kind: PageKind;
  family: Family;
  /** Selectors of one row, the most telling first. */
  rows: readonly string[];
  /** What a row of this kind says beside who it is of; undefined where the row is none of this list. */
  facts: (row: Row, page: Page) => PersonRecord | undefined;
  /** How long the whole list is, in one of the lines in front of it. */
  total?: (line: string) => string | undefined;
};

/** The reader of one kind of list: the rows of the list, and nothing that stands beside it. */
export function listReader({ kind, family, rows: names, facts, total }: ListLook): Reader {
  const rows = (page: Page, scope: Element): OpenedRow[] =>
    findRows(scope, names).map((el) => ({ el, ...readRow(page, el, facts) }));
  return {
    kind,
    family,
    rows,
    find(page) {
      const { doc } = page;
      if (familyHere(doc) !== family || !mayBeHere(page, kind)) return null;
      // The older family names its rows; without the names the page before may still stand there.
      const isNamed = names.some((name) => doc.querySelector(name));
      if (familyOf(doc) === "ember" && !isNamed) return null;
      const scope = listScope(doc);
      return findRows(scope, names).some(showsSomebody) ? scope : null;
    },
    read(page, scope) {
      const list: ListReading = { records: [], problems: [], sections: {}, unparsed: [] };
      const found = rows(page, scope);
      found.forEach(({ record, problem }, index) => {
        if (record) list.records.push(record);
        if (problem) list.problems.push({ code: problem, row: index + 1 });
      });
      const shown = total && totalBeside(scope, new Set(found.map(({ el }) => el)), total);
      if (shown) list.total = shown;
      const isPart = shown !== undefined && numberIn(shown) > list.records.length;
      list.sections = { rows: isPart ? "cutOff" : "present" };
      return list;
    },
  };
}

function readRow(
  page: Page,
  el: Element,
  facts: ListLook["facts"],
): Omit<OpenedRow<PersonRecord>, "el"> | undefined {
  // What is missing of a row that was cut nobody knows.
  if (isCut(page, el)) return { problem: "row-unreadable" };
  const row = openRow(el);
  if (!row || "problem" in row) return row;
  const more = facts(row, page);
  return more && { about: row.person, record: { ...row.person, ...more } };
}

function totalBeside(
  scope: Element,
  rows: ReadonlySet<Element>,
  total: (line: string) => string | undefined,
): string | undefined {
  for (const { text } of linesOf(scope, (el) => rows.has(el))) {
    const shown = total(text);
    if (shown) return shown;
  }
  return undefined;
}

/** "1,465", "500+", "12K": at least so many. */
function numberIn(shown: string): number {
  const times = { k: 1000, m: 1_000_000 }[/[km]/i.exec(shown)?.[0].toLowerCase() ?? ""] ?? 1;
  return Number(shown.replace(times === 1 ? /\D/g : /[^\d.]/g, "")) * times;
}
