import type { Family, PageKind, PersonRecord, Problem } from "../capture";
import { familyOf } from "../detect";
import { type ListReading, isCut, type Page, type Reader } from "../page";
import { linesOf } from "../text";
import { ANY_ROW, findRows, listScope, showsSomebody } from "./find-rows";
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
  return {
    kind,
    family,
    find({ doc }) {
      const scope = listScope(doc);
      const shown = familyOf(doc);
      // A saved part of a page tells its family only by the names of its rows.
      const isHere = shown ? shown === family : names.some((name) => isTelling(doc, name));
      return isHere && findRows(scope, names).some(showsSomebody) ? scope : null;
    },
    read(page, scope) {
      const found = findRows(scope, names);
      const list: ListReading = { records: [], problems: [], sections: {}, unparsed: [] };
      found.forEach((el, index) => {
        const problem = readRow(page, el, list, facts);
        if (problem) list.problems.push({ code: problem.code, row: index + 1 });
      });
      const shown = total && totalBeside(scope, new Set(found), total);
      if (shown) list.total = shown;
      const isPart = shown !== undefined && numberIn(shown) > list.records.length;
      list.sections = { rows: isPart ? "cutOff" : "present" };
      return list;
    },
  };
}

const isTelling = (doc: Document, name: string): boolean =>
  name !== ANY_ROW && doc.querySelector(name) !== null;

function readRow(
  page: Page,
  el: Element,
  list: ListReading,
  facts: ListLook["facts"],
): Problem | undefined {
  // What is missing of a row that was cut nobody knows.
  if (isCut(page, el)) return { code: "row-unreadable" };
  const row = openRow(el);
  if (row && "problem" in row) return { code: row.problem };
  const more = row && facts(row, page);
  if (row && more) list.records.push({ ...row.person, ...more });
  return undefined;
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
