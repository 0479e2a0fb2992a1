import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowHeads, type RowHeads, type SyncRow } from "@/lib/sync/change";
import { latestStamp } from "@/lib/sync/merge";
import { countOf, keysOf, latestOf, packRows, tablesOf, unpackRows } from "@/lib/sync/packed-rows";
import { joinLines, linesOf, splitLines, withData } from "@/lib/sync/page-wire";
import { rowKey } from "@/lib/sync/row-key";
import { row } from "./arbitraries";

/** Rows of several tables, each key once. */
const rows = fc
  .array(fc.tuple(row, fc.constantFrom("t", "u"), fc.nat(1000)), { maxLength: 12 })
  .map((list) =>
    list.map(([one, tbl, seq], index): SyncRow => ({ ...one, tbl, id: `r${index}`, seq })),
  );

const text = (value: string) => new TextEncoder().encode(value);

describe("a page of rows", () => {
  it("STG-1 gives back, in their order, the rows it was made of, whatever is in them", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const sent = joinLines(linesOf({ next: 7, rows: packRows(list) }));
        const { head, data } = splitLines(sent);
        const { next, rows: heads } = head as { next: number; rows: RowHeads };
        expect(next).toBe(7);
        expect(unpackRows(withData({ rows: rowHeads.parse(heads) }, data).rows)).toEqual(list);
      }),
    );
  });

  it("tells its keys, tables and latest stamp without what its rows hold", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { data: _, ...heads } = packRows(list);
        expect(keysOf(heads)).toEqual(list.map(rowKey));
        expect(new Set(tablesOf(heads))).toEqual(new Set(list.map(({ tbl }) => tbl)));
        for (const table of ["t", "u", "v"])
          expect(countOf(heads, table)).toBe(list.filter(({ tbl }) => tbl === table).length);
        const latest = list.map(latestStamp).toSorted().at(-1) ?? "";
        expect(latestOf(heads)).toBe(latest);
      }),
    );
  });

  const whole = {
    runs: [["t", 2]],
    ids: ["a", "b"],
    seq: [1, 1],
    hlc: ["000000000000-a", 0],
  };
  it.each<[string, object]>([
    ["fewer rows than its tables name", { runs: [["t", 3]] }],
    ["more rows than its tables name", { runs: [["t", 1]] }],
    ["a table of a name that is none", { runs: [["a b", 2]] }],
    ["fewer sequences than rows", { seq: [1] }],
    ["fewer stamps than rows", { hlc: ["000000000000-a"] }],
    ["a first row without a stamp", { hlc: [0, "000000000000-a"] }],
    ["a stamp that is none", { hlc: ["yesterday", 0] }],
    ["a deleted row that is not there", { del: [5] }],
    ["clocks of a row that is not there", { fv: [[9, {}]] }],
  ])("with %s is refused", (_, broken) => {
    expect(rowHeads.safeParse(whole).success).toBe(true);
    expect(rowHeads.safeParse({ ...whole, ...broken }).success).toBe(false);
  });

  it.each<[string, string]>([
    ["is cut off", '[{"x":1},{"x"'],
    ["is nothing", ""],
    ["is no list", '{"0":{},"1":{}}'],
    ["holds a row less", "[{}]"],
    ["holds a row more", "[{},{},{}]"],
    ["holds a row that is none", "[{},7]"],
    ["holds a row that is a list", "[{},[]]"],
    ["holds a field that is a trap", '[{},{"__proto__":{"admin":true}}]'],
  ])("STG-1 whose second line %s is refused at once", (_, second) => {
    const page = { rows: rowHeads.parse(whole) };
    expect(unpackRows(withData(page, text('[{},{"x":1}]')).rows)).toHaveLength(2);
    expect(() => withData(page, text(second))).toThrow(SyntaxError);
  });

  it.each([
    ["no line", ""],
    ["one line", '{"rows":{}}'],
    ["a first line that is no JSON", "<html>\n[]"],
  ])("of %s is no page", (_, given) => {
    expect(() => splitLines(text(given))).toThrow(SyntaxError);
  });
});
