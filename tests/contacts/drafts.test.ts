import { beforeEach, describe, expect, it } from "vitest";
import { dropDraft, keepDraft, leftDrafts } from "@/lib/contacts/drafts";
import { memoryStorage } from "./memory-storage";

let storage: Storage;
beforeEach(() => {
  storage = memoryStorage(new Map([["rapport.theme", "dark"]]));
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
    const full = memoryStorage();
    full.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    expect(() => keepDraft({ table: "jobs", id: "b", text: "x" }, full)).not.toThrow();
  });
});
