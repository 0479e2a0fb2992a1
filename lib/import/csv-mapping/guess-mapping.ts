import { publicIdOf } from "@/lib/capture/url";
import type { Row } from "../csv";
import { headKey } from "../linkedin-export/columns";
import type { DateOrder } from "../moment";
import { TARGETS, type MappedTable } from "./targets";

/** What becomes of a column: a field, kept under its own head, or left out. */
export type ColumnUse = { to: "field"; field: string } | { to: "kept" } | { to: "leftOut" };

export type Mapping = {
  table: MappedTable;
  /** The line of the head; what stands above is not read. */
  headLine: number;
  heads: readonly string[];
  uses: readonly ColumnUse[];
  dates: DateOrder;
};

/** The likeliest reading of a table, from its heads and, where they say nothing, from what stands below. */
export function guessMapping(rows: readonly Row[]): Mapping {
  const head = headRow(rows);
  const heads = head?.cells ?? [];
  const below = rows.filter(({ line }) => line > (head?.line ?? 0));
  const guesses = (["people", "companies", "jobs"] as const).map((table) =>
    guessFor(table, heads, below),
  );
  const best = guesses.reduce((top, one) => (one.score > top.score ? one : top));
  return {
    table: best.table,
    headLine: head?.line ?? 0,
    heads,
    uses: best.uses,
    dates: dateOrder(below),
  };
}

export function guessUses(table: MappedTable, heads: readonly string[], rows: readonly Row[]) {
  return guessFor(table, heads, rows).uses;
}

/** The first row as wide as most are: titles and notes above a table are narrower. */
function headRow(rows: readonly Row[]): Row | undefined {
  const widths = rows.map(({ cells }) => cells.length).toSorted((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  const isFull = ({ cells }: Row) =>
    cells.length >= usual && cells.filter(Boolean).length > usual / 2;
  return rows.find(isFull) ?? rows[0];
}

function guessFor(table: MappedTable, heads: readonly string[], rows: readonly Row[]) {
  const taken = new Set<string>();
  let score = 0;
  const take = (field: string | undefined, weight: number): ColumnUse | undefined => {
    if (field === undefined || taken.has(field)) return undefined;
    taken.add(field);
    score += weight;
    return { to: "field", field };
  };
  const byHead = heads.map((head) => take(fieldFor(table, headKey(head), taken), weightOf(table)));
  partName(byHead, rows);
  const uses = byHead.map((use, index): ColumnUse => {
    if (use) return use;
    const cells = rows.flatMap(({ cells: { [index]: cell } }) => (cell ? [cell] : []));
    if (heads[index] === "" && cells.length === 0) return { to: "leftOut" };
    return take(table === "people" ? fieldByContent(cells) : undefined, 1) ?? { to: "kept" };
  });
  // Without what names the row there is nothing to make of it.
  const isNamed = ["fullName", "lastName", "firstName", "name", "title"].some((one) =>
    taken.has(one),
  );
  return { table, uses, score: isNamed ? score : 0 };
}

/** People first: most tables are of people, and their heads are shared with the others. */
function weightOf(table: MappedTable): number {
  return table === "people" ? 1.1 : 1;
}

function fieldFor(table: MappedTable, key: string, taken: ReadonlySet<string>): string | undefined {
  if (key === "") return undefined;
  const fits = TARGETS[table].filter(({ field }) => !taken.has(field));
  const own = fits.find(({ field }) => headKey(field) === key);
  return (own ?? fits.find(({ heads }) => heads.split("|").some((one) => headKey(one) === key)))
    ?.field;
}

/** Beside "Vorname" or "First name", a column headed "Name" holds the last name, unless the first stands in it too. */
function partName(uses: (ColumnUse | undefined)[], rows: readonly Row[]): void {
  const placeOf = (field: string) =>
    uses.findIndex((use) => use?.to === "field" && use.field === field);
  const [full, first] = [placeOf("fullName"), placeOf("firstName")];
  if (full < 0 || first < 0 || placeOf("lastName") >= 0) return;
  const named = rows.filter(({ cells }) => cells[full] && cells[first]);
  const whole = named.filter(({ cells }) => cells[full]?.includes(cells[first] ?? ""));
  if (whole.length * 2 <= named.length) uses[full] = { to: "field", field: "lastName" };
}

function fieldByContent(cells: readonly string[]): string | undefined {
  const most = (test: (cell: string) => boolean) =>
    cells.length > 0 && cells.filter(test).length > cells.length * 0.6;
  if (most((cell) => /^\S+@\S+\.\S+$/.test(cell))) return "email";
  if (most((cell) => publicIdOf(cell) !== undefined)) return "profileUrl";
  return undefined;
}

/** One day above 12 in first place tells for the whole table. */
function dateOrder(rows: readonly Row[]): DateOrder {
  for (const { cells } of rows) {
    for (const cell of cells) {
      const [, first, second] = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}\b/.exec(cell) ?? [];
      if (Number(first) > 12) return "dayFirst";
      if (Number(second) > 12) return "monthFirst";
    }
  }
  return "dayFirst";
}
