import { beforeEach, describe, expect, it } from "vitest";
import { rememberUndo, takeUndo, type Undoable } from "@/lib/contacts/undo";

const note = (text: string): Undoable => ({
  kind: "note",
  edits: [{ table: "people", id: text, fields: { notes: text } }],
});

beforeEach(() => {
  while (takeUndo());
});

describe("what can be taken back", () => {
  it("is the last thing first", () => {
    const [first, second] = [note("a"), note("b")];
    rememberUndo(first);
    rememberUndo(second);
    expect([takeUndo(), takeUndo(), takeUndo()]).toEqual([second, first, undefined]);
  });

  it("is the very thing an Undo stands beside, once", () => {
    const [first, second] = [note("a"), note("b")];
    rememberUndo(first);
    rememberUndo(second);
    expect(takeUndo(first)).toBe(first);
    expect(takeUndo(first)).toBeUndefined();
    expect(takeUndo()).toBe(second);
  });

  it("leaves out what changed nothing, and reaches fifty steps back", () => {
    rememberUndo({ kind: "tag", edits: [] });
    expect(takeUndo()).toBeUndefined();
    const many = Array.from({ length: 60 }, (_, i) => note(String(i)));
    for (const one of many) rememberUndo(one);
    let steps = 0;
    while (takeUndo()) steps += 1;
    expect(steps).toBe(50);
  });
});
