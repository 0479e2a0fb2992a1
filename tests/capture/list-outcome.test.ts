import { describe, expect, it } from "vitest";
import { badgeOf } from "@/lib/capture/badge-state";
import { addRows, inOneList, type ListOutcome } from "@/lib/capture/list-outcome";
import type { ListRow, StoredList } from "@/lib/capture/store/list";

const stored = (rows: ListRow[], more: Partial<StoredList> = {}): StoredList => ({
  kind: "connections",
  table: "people",
  rows,
  counts: { created: rows.length, changed: 0, unchanged: 0, refused: 0 },
  refused: [],
  undo: [],
  into: "rapport",
  at: "2026-03-01T10:00:00.000Z",
  ...more,
});
const ada: ListRow = { id: "1", name: "Ada", outcome: "created" };
const ben: ListRow = { id: "2", name: "Ben", outcome: "unchanged" };
const outcome = (url: string, list: StoredList): ListOutcome => ({
  status: "storedList",
  url,
  stored: list,
});

const edit = (headline: string) => [{ table: "people" as const, id: "1", fields: { headline } }];

describe("a list that grows", () => {
  it("counts each row once, by what became of it first", () => {
    const list = addRows(
      stored([ada, ben]),
      stored([
        { ...ada, outcome: "changed" },
        { ...ben, outcome: "changed" },
      ]),
    );
    expect(list.rows.map(({ name, outcome: what }) => [name, what])).toEqual([
      ["Ada", "created"],
      ["Ben", "changed"],
    ]);
    expect(list.counts).toEqual({ created: 1, changed: 1, unchanged: 0, refused: 0 });
  });

  it("has one undo, in which what stood first is said last", () => {
    const list = addRows(
      stored([ada], { undo: edit("first"), total: "40" }),
      stored([ada], { undo: edit("second") }),
    );
    expect(list.undo.map(({ fields }) => fields.headline)).toEqual(["second", "first"]);
    expect(list.total).toBe("40");
  });

  it("is the same list only under the same address, in the same notebook", () => {
    const before = { ...outcome("https://a.example/1", stored([ada])), isWatching: true as const };
    const now = outcome("https://a.example/1", stored([ben]));
    expect(inOneList(before, now)).toMatchObject({
      isWatching: true,
      stored: { rows: [ada, ben] },
    });
    const elsewhere = outcome("https://a.example/2", stored([ben]));
    expect(inOneList(before, elsewhere)).toBe(elsewhere);
    const intoAnother = outcome(before.url, stored([ben], { into: "rapport-team" }));
    expect(inOneList(before, intoAnother)).toBe(intoAnother);
  });

  it("says on the toolbar what the person must act on first", () => {
    const counts = { created: 0, changed: 0, unchanged: 1, refused: 0 };
    const badge = (more: Partial<typeof counts>) =>
      badgeOf(outcome("https://a.example/1", stored([ada], { counts: { ...counts, ...more } })));
    expect([badge({}), badge({ changed: 1 }), badge({ created: 1, changed: 1 })]).toEqual([
      "saved",
      "changed",
      "saved",
    ]);
    expect(badge({ created: 1, refused: 1 })).toBe("partial");
  });
});
