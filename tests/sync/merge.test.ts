import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mutation, SyncRow } from "@/lib/sync/change";
import {
  applyMutation,
  createdRow,
  latestStamp,
  mergeRow,
  registers,
  stampOf,
} from "@/lib/sync/merge";
import { mutation, row } from "./arbitraries";

const at = (n: number) => `00000000${n}000-d1`;
const make = (fields: Mutation["fields"]): SyncRow =>
  createdRow({ tbl: "t", id: "r", create: true, fields });
const patch = (fields: Mutation["fields"]): Mutation => ({ tbl: "t", id: "r", fields });

describe("merging two rows", () => {
  it("MRG-2 is commutative", () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        expect(mergeRow(a, b)).toEqual(mergeRow(b, a));
      }),
    );
  });

  it("MRG-2 is associative", () => {
    fc.assert(
      fc.property(row, row, row, (a, b, c) => {
        expect(mergeRow(mergeRow(a, b), c)).toEqual(mergeRow(a, mergeRow(b, c)));
      }),
    );
  });

  it("MRG-2 MRG-6 is idempotent, and gives the same object when nothing is new", () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        const both = mergeRow(a, b);
        expect(mergeRow(a, a)).toBe(a);
        expect(mergeRow(both, b)).toEqual(both);
        expect(mergeRow(both, both)).toBe(both);
      }),
    );
  });

  it("MRG-2 MRG-4 is the same as writing the registers one by one, in any order", () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (list) => {
        const forth = list.reduce<SyncRow | undefined>(applyMutation, undefined);
        const back = list.toReversed().reduce<SyncRow | undefined>(applyMutation, undefined);
        expect(forth).toEqual(back);
      }),
    );
  });

  it("MRG-1 keeps the later stamp of each field", () => {
    const row = make({ a: ["old", at(2)], b: ["new", at(4)] });
    const merged = applyMutation(row, patch({ a: ["new", at(3)], b: ["old", at(1)] }));
    expect(merged?.data).toEqual({ a: "new", b: "new" });
  });

  it("MRG-3 chooses alike when one stamp carries two values", () => {
    const one = make({ a: ["x", at(1)] });
    const other = make({ a: ["y", at(1)] });
    expect(mergeRow(one, other)).toEqual(mergeRow(other, one));
  });

  it("MRG-4 carries field clocks only for fields edited after the creation", () => {
    const row = make({ a: [1, at(1)], b: [1, at(1)] });
    expect(row).toEqual({ tbl: "t", id: "r", hlc: at(1), data: { a: 1, b: 1 } });
    const edited = applyMutation(row, patch({ b: [2, at(2)] })) as SyncRow;
    expect(edited).toEqual({ ...row, data: { a: 1, b: 2 }, fv: { b: at(2) } });
    expect([stampOf(edited, "a"), stampOf(edited, "b"), stampOf(edited, "c")]).toEqual([
      at(1),
      at(2),
      undefined,
    ]);
    expect(latestStamp(edited)).toBe(at(2));
    expect(registers(edited)).toEqual([
      ["a", 1, at(1)],
      ["b", 2, at(2)],
    ]);
  });

  it("MRG-5 keeps edits of a deleted row, and shows them when it comes back", () => {
    let row = make({ a: [1, at(1)] });
    row = applyMutation(row, patch({ _del: [true, at(2)] })) as SyncRow;
    row = applyMutation(row, patch({ a: [2, at(3)] })) as SyncRow;
    expect(row.del).toBe(true);
    row = applyMutation(row, patch({ _del: [false, at(4)] })) as SyncRow;
    expect(row.del).toBeUndefined();
    expect(row.data).toEqual({ a: 2 });
  });

  it("MRG-5 lets the later of deleting and bringing back win, whichever comes first", () => {
    const row = make({ a: [1, at(1)] });
    const del = patch({ _del: [true, at(2)] });
    const back = patch({ _del: [false, at(3)] });
    const one = applyMutation(applyMutation(row, del), back);
    const other = applyMutation(applyMutation(row, back), del);
    expect(one).toEqual(other);
    expect(one?.del).toBeUndefined();
  });

  it("PSH-3 makes nothing of a patch to a row that is not there", () => {
    expect(applyMutation(undefined, patch({ a: [1, at(1)] }))).toBeUndefined();
  });
});
