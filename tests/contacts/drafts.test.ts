import { beforeEach, describe, expect, it } from "vitest";
import { dropDraft, keepDraft, leftDrafts } from "@/lib/contacts/drafts";

/** The part of Storage the drafts use, over a Map. */
function storageOf(kept: Map<string, string>): Storage {
  return {
    get length() {
      return kept.size;
    },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

let storage: Storage;
beforeEach(() => {
  storage = storageOf(new Map([["rapport.theme", "dark"]]));
});

describe("drafts of notes", () => {
  it("are found again after the screen closed before the save", () => {
    keepDraft({ table: "people", id: "a", text: "half a tho" }, storage);
    expect(leftDrafts(storage)).toEqual([{ table: "people", id: "a", text: "half a tho" }]);
  });

  it("go once what they say is saved, and stay when more was typed since", () => {
    keepDraft({ table: "people", id: "a", text: "one" }, storage);
    keepDraft({ table: "people", id: "a", text: "one two" }, storage);
    dropDraft({ table: "people", id: "a", text: "one" }, storage);
    expect(leftDrafts(storage)).toHaveLength(1);
    dropDraft({ table: "people", id: "a", text: "one two" }, storage);
    expect(leftDrafts(storage)).toEqual([]);
  });

  it("survive a storage that refuses", () => {
    const full = {
      ...storage,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(() => keepDraft({ table: "jobs", id: "b", text: "x" }, full)).not.toThrow();
  });
});
