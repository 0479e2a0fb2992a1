import { describe, expect, it, vi } from "vitest";
import { createLiveRoster } from "@/lib/contacts/live-roster";
import { personEntry, type Entry } from "@/lib/contacts/roster";

const entry = (id: string, fullName: string): Entry =>
  personEntry({ id, createdAt: "2026-01-01T00:00:00.000Z", fullName });

function notebook(rows: Map<string, string>) {
  const all = vi.fn<() => Promise<Entry[]>>(async () =>
    [...rows].map(([id, name]) => entry(id, name)),
  );
  const some = vi.fn<(ids: string[]) => Promise<Entry[]>>(async (ids) =>
    ids.flatMap((id) => (rows.has(id) ? entry(id, rows.get(id) ?? "") : [])),
  );
  return { all, some, roster: createLiveRoster({ all, some }) };
}

const names = (entries: Entry[]) => entries.map(({ title }) => title).toSorted();

describe("a live roster", () => {
  it("reads everyone once, then only the rows that changed", async () => {
    const rows = new Map([
      ["a", "Ada"],
      ["b", "Bo"],
    ]);
    const { all, some, roster } = notebook(rows);
    expect(names(await roster.list())).toEqual(["Ada", "Bo"]);
    rows.set("a", "Ada Orme");
    rows.delete("b");
    rows.set("c", "Cy");
    roster.touch(["a", "b", "c"]);
    expect(names(await roster.list())).toEqual(["Ada Orme", "Cy"]);
    await roster.list();
    expect(all).toHaveBeenCalledOnce();
    expect(some).toHaveBeenCalledExactlyOnceWith(["a", "b", "c"]);
  });

  it("reads everyone again when it is not known who changed", async () => {
    const rows = new Map([["a", "Ada"]]);
    const { all, roster } = notebook(rows);
    await roster.list();
    rows.set("b", "Bo");
    roster.touch("all");
    expect(names(await roster.list())).toEqual(["Ada", "Bo"]);
    expect(all).toHaveBeenCalledTimes(2);
  });

  it("does not lose a change that falls into a reading", async () => {
    const rows = new Map([["a", "Ada"]]);
    const { some, roster } = notebook(rows);
    await roster.list();
    roster.touch(["a"]);
    some.mockImplementationOnce(async () => {
      rows.set("a", "Ada Orme");
      roster.touch(["a"]);
      return [entry("a", "Ada")];
    });
    await roster.list();
    expect(names(await roster.list())).toEqual(["Ada Orme"]);
  });
});
