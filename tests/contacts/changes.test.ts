import { describe, expect, it } from "vitest";
import { tellChanges } from "@/lib/contacts/changes";

describe("what a capture changed, as it is told", () => {
  it("sets one value beside the other", () => {
    expect(tellChanges([{ field: "position", before: "Engineer", after: "Lead" }])).toEqual([
      { field: "position", kind: "value", before: "Engineer", after: "Lead" },
    ]);
    expect(tellChanges([{ field: "about", after: "Hello" }])).toEqual([
      { field: "about", kind: "value", after: "Hello" },
    ]);
  });

  it("names what a list gained and lost", () => {
    const before = [{ title: "Engineer", company: "Novelia" }];
    const after = [{ title: "Lead", company: "Novelia" }, ...before];
    expect(tellChanges([{ field: "experience", before, after }])).toEqual([
      { field: "experience", kind: "list", added: ["Lead · Novelia"], removed: [] },
    ]);
  });

  it("passes over bookkeeping, and over lists whose labels stayed", () => {
    expect(
      tellChanges([
        { field: "capturedAt", before: "a", after: "b" },
        { field: "passport/headline", after: { source: "capture" } },
        { field: "skills", before: [{ name: "SQL" }], after: [{ name: "SQL", endorsements: 3 }] },
      ]),
    ).toEqual([]);
  });
});
