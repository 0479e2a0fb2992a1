import { describe, expect, it } from "vitest";
import { LIMITS, type Mutation } from "@/lib/sync/change";
import { edit, type RowEdit } from "@/lib/sync/edit";
import { coalesce, indexPending, intoRecords, overlay, type Entry } from "@/lib/sync/overlay";

const NOW = 1_700_000_000_000;

/** A device's rows, edited one action after another. */
function notebook() {
  const held = new Map<string, Entry>();
  const entryOf = (key: string) => held.get(key);
  let state = { clock: { ms: 0, counter: 0 }, n: 0 };
  return {
    held,
    edit(edits: RowEdit[], now = NOW) {
      const done = edit(edits, { ...state, cid: "d1", now, entryOf });
      for (const entry of done.entries) held.set(`${entry.tbl}/${entry.id}`, entry);
      state = { clock: done.clock, n: done.n };
      return done;
    },
    data: (id: string) => held.get(`t/${id}`)?.local?.data,
  };
}

const create = (id: string, fields: RowEdit["fields"]): RowEdit => ({
  tbl: "t",
  id,
  create: true,
  fields,
});
const patch = (id: string, fields: RowEdit["fields"]): RowEdit => ({ tbl: "t", id, fields });

const at = (n: number) => `00000000${n}000-d1`;

const mutation = (id: string, text: string): Mutation => ({
  tbl: "t",
  id,
  create: true,
  fields: { text: [text, "000000000000-d1"] },
});

describe("an action", () => {
  it("OUT-1 is one record under one stamp, numbered after the last", () => {
    const book = notebook();
    const first = book.edit([create("a", { x: 1 }), create("b", { x: 2 })]);
    const second = book.edit([patch("a", { x: 3 })]);
    expect([first.records.length, first.n, second.n]).toEqual([1, 1, 2]);
    const stamps = first.records[0]?.muts.map(({ fields }) => fields.x?.[1]);
    expect(new Set(stamps).size).toBe(1);
    expect((second.records[0]?.muts[0]?.fields.x?.[1] ?? "") > (stamps?.[0] ?? "")).toBe(true);
  });

  it("FLD-6 writes nothing for what already stands", () => {
    const book = notebook();
    book.edit([create("a", { x: { deep: [1, 2] }, y: "" })]);
    const done = book.edit([patch("a", { x: { deep: [1, 2] }, never: null, _del: false })]);
    expect(done).toMatchObject({ records: [], entries: [], undo: [], n: 1 });
  });

  it("CLK-2 does not move the clock when it writes nothing", () => {
    const book = notebook();
    const { clock } = book.edit([create("a", { x: 1 })]);
    expect(book.edit([patch("a", { x: 1 })], NOW + 5000).clock).toEqual(clock);
  });

  it("DEL-3 names the rows it cannot find, except those it only deletes", () => {
    const book = notebook();
    const done = book.edit([patch("gone", { x: 1 }), patch("other", { _del: true })]);
    expect(done.missing.map(({ id }) => id)).toEqual(["gone"]);
  });

  it("can be undone: what was made goes, what was changed comes back", () => {
    const book = notebook();
    book.edit([create("a", { x: 1, tag: true })]);
    const change = book.edit([patch("a", { x: 2, tag: null, added: "z" }), create("b", { x: 9 })]);
    book.edit(change.undo);
    expect(book.data("a")).toEqual({ x: 1, tag: true, added: null });
    expect(book.held.get("t/b")?.local?.del).toBe(true);
  });

  it("MRG-5 brings a deleted row back when it is made again", () => {
    const book = notebook();
    book.edit([create("a", { x: 1 })]);
    book.edit([patch("a", { _del: true })]);
    const again = book.edit([create("a", { x: 1 })]);
    expect(book.held.get("t/a")?.local?.del).toBeUndefined();
    book.edit(again.undo);
    expect(book.held.get("t/a")?.local?.del).toBe(true);
  });
});

describe("records", () => {
  it("OUT-2 hold at most a thousand rows", () => {
    const muts = Array.from({ length: 2500 }, (_, i) => mutation(`r${i}`, "x"));
    const records = intoRecords(muts, 7);
    expect(records.map(({ n, muts: list }) => [n, list.length])).toEqual([
      [7, 1000],
      [8, 1000],
      [9, 500],
    ]);
  });

  it("OUT-2 hold about a megabyte, and a row too large for that alone", () => {
    const large = "x".repeat(LIMITS.pushBytes / 2);
    const sizes = intoRecords([mutation("a", large), mutation("b", large), mutation("c", "x")], 1);
    expect(sizes.map(({ muts }) => muts.length)).toEqual([1, 2]);
  });
});

describe("pending edits", () => {
  const records = [
    {
      n: 1,
      muts: [
        { tbl: "t", id: "a", create: true as const, fields: { x: [1, at(1)], y: [1, at(1)] } },
      ],
    },
    { n: 2, muts: [{ tbl: "t", id: "b", fields: { x: [5, at(2)] } }] },
    { n: 3, muts: [{ tbl: "t", id: "a", fields: { x: [2, at(3)] } }] },
  ] as { n: number; muts: Mutation[] }[];

  it("OUT-3 of one row travel as one mutation that creates if one of them did", () => {
    expect(coalesce(records)).toEqual([
      { tbl: "t", id: "a", create: true, fields: { x: [2, at(3)], y: [1, at(1)] } },
      { tbl: "t", id: "b", fields: { x: [5, at(2)] } },
    ]);
  });

  it("PUL-1 lie over the server's row by stamp, and are the same object when they change nothing", () => {
    const pending = indexPending(records);
    const base = {
      tbl: "t",
      id: "a",
      hlc: at(1),
      data: { x: 1, y: 7, z: 3 },
      fv: { y: at(9) },
      seq: 4,
    };
    const entry = overlay(base, base, pending.get("t/a"));
    expect(entry.local?.data).toEqual({ x: 2, y: 7, z: 3 });
    const known = overlay(base, entry.local, pending.get("t/a"));
    expect(known.local).toBe(known.base);
    expect(overlay(base, undefined, pending.get("t/b")).local).toBeUndefined();
  });
});
