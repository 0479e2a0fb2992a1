import { describe, expect, it } from "vitest";
import { cleanTag, rankTags, suggestTags } from "@/lib/contacts/tags";
import { FIELD_NAME } from "@/lib/sync/change";

const known = rankTags(
  new Map([
    ["Lyon", 1],
    ["lead", 2],
    ["Évènement", 1],
    ["vip", 3],
  ]),
);

describe("tags", () => {
  it.each([
    ["  #vip ", "vip"],
    ["to  call / soon", "to call soon"],
    ["#", ""],
    ["x".repeat(60), "x".repeat(40)],
  ])("cleans %j to %j", (typed, tag) => expect(cleanTag(typed)).toBe(tag));

  it("puts the most used first", () => {
    expect(known.map(({ tag, count }) => `${tag} ${count}`)).toEqual([
      "vip 3",
      "lead 2",
      "Lyon 1",
      "Évènement 1",
    ]);
  });

  it("offers known tags by use before anything is typed, less those already there", () => {
    expect(suggestTags(known, ["vip"], "").map(({ tag }) => tag)).toEqual([
      "lead",
      "Lyon",
      "Évènement",
    ]);
  });

  it("offers what begins so, then what contains it, then the word itself as new", () => {
    expect(suggestTags(known, [], "l")).toEqual([
      { tag: "lead", count: 2, isNew: false },
      { tag: "Lyon", count: 1, isNew: false },
      { tag: "l", count: 0, isNew: true },
    ]);
  });

  it("offers no twin that differs only in case or accents", () => {
    expect(suggestTags(known, [], "evenement")).toEqual([
      { tag: "Évènement", count: 1, isNew: false },
    ]);
    expect(suggestTags(known, ["vip"], "VIP")).toEqual([]);
  });
});

describe("a tag is part of a field's name", () => {
  it.each([
    "Évènement",
    "日本 partner",
    'say "hi"',
    "a\\b/c",
    "R&D (Lyon)",
    "tab\there",
    "c# / .net",
  ])("%j becomes a name that both ends accept", (typed) =>
    expect(`tags/${cleanTag(typed)}`).toMatch(FIELD_NAME),
  );
});
