import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  PROTOCOL,
  tableColumns,
  type Mutation,
  type PushBody,
  type SyncRow,
} from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { countRows, rowsOf, toColumns } from "@/lib/sync/columns";
import { packPush, pushWire, unpackPush } from "@/lib/sync/push-wire";
import { mutation, row } from "./arbitraries";

const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Rows of several tables, each key once. */
const rows = fc
  .array(fc.tuple(row, fc.constantFrom("t", "u"), fc.nat(1000)), { maxLength: 12 })
  .map((list) =>
    list.map(([one, tbl, seq], index): SyncRow => ({ ...one, tbl, id: `r${index}`, seq })),
  );

const byKey = (list: readonly SyncRow[]) =>
  list.toSorted((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1));

describe("columns", () => {
  it("give back the rows they were made of, whatever is in them", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const tables = wire(toColumns(list));
        expect(byKey([...rowsOf(tables)])).toEqual(byKey(list));
        expect(countRows(tables)).toBe(list.length);
        expect(tables.every((table) => tableColumns.safeParse(table).success)).toBe(true);
      }),
    );
  });

  const whole = {
    tbl: "t",
    ids: ["a", "b"],
    seq: [1, 1],
    hlc: ["000000000000-a", 0],
    fields: ["x"],
    columns: [[1, 2]],
  };
  it.each<[string, object]>([
    ["fewer sequences than rows", { seq: [1] }],
    ["fewer stamps than rows", { hlc: ["000000000000-a"] }],
    ["a first row without a stamp", { hlc: [0, "000000000000-a"] }],
    ["a stamp that is none", { hlc: ["yesterday", 0] }],
    ["a column too short", { columns: [[1]] }],
    ["a column too few", { columns: [] }],
    ["a value for a row that is not there", { columns: [{ at: [2], values: [1] }] }],
    ["places without values", { columns: [{ at: [0, 1], values: [1] }] }],
    ["a deleted row that is not there", { del: [5] }],
    ["clocks of a row that is not there", { fv: [[9, {}]] }],
    ["a field name that is a trap", { fields: ["__proto__"] }],
  ])("with %s are refused", (_, broken) => {
    expect(tableColumns.safeParse(whole).success).toBe(true);
    expect(tableColumns.safeParse({ ...whole, ...broken }).success).toBe(false);
  });
});

const uuid = (index: number) => `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`;

const inOrder = (given: readonly Mutation[]) => given.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const head = { proto: PROTOCOL, schema: 1, cid: "a", epoch: null, from: 1, to: 1 };

function made(count: number, id = uuid) {
  const fields: Mutation["fields"] = { a: [1, "000000000000-a"] };
  const muts = Array.from({ length: count }, (_, index): Mutation => {
    return { tbl: "t", id: id(index), create: true, fields };
  });
  return packPush({ ...head, muts });
}

describe("a push on its way", () => {
  it("OUT-3 says the same in columns as in mutations", () => {
    const muts = fc.array(fc.tuple(mutation, fc.boolean()), { maxLength: 8 }).map((list) =>
      list.map(([one, isMade], index): Mutation => {
        const { create: _, ...patch } = { ...one, id: uuid(index) };
        return isMade ? { ...patch, create: true } : patch;
      }),
    );
    fc.assert(
      fc.property(muts, (list) => {
        const body: PushBody = { ...head, muts: list };
        const heard = unpackPush(pushWire.parse(wire(packPush(body))));
        expect(inOrder(heard.muts)).toEqual(inOrder(list));
      }),
    );
  });

  it("is held to its limits in columns too", () => {
    expect(pushWire.safeParse(made(1000)).success).toBe(true);
    expect(pushWire.safeParse(made(1001)).success).toBe(false);
    expect(pushWire.safeParse(made(1, () => "no-id")).success).toBe(false);
  });
});
