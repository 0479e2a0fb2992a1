import { describe, expect, it } from "vitest";
import { fold } from "@/lib/contacts/fold";
import { personEntry } from "@/lib/contacts/roster";
import { search, type Order } from "@/lib/contacts/search";
import type { Person } from "@/lib/model/person";

const person = (fullName: string, more: Partial<Person> = {}): Person => ({
  id: `00000000-0000-7000-8000-${fullName.length.toString(16).padStart(12, "0")}`,
  createdAt: "2026-01-01T00:00:00.000Z",
  fullName,
  ...more,
});

const people = [
  person("Zoé Lœvenbruck", {
    headline: "Cheffe de projet",
    tags: ["vip"],
    updatedAt: "2026-03-01T00:00:00.000Z",
  }),
  person("Émile Żółkowski", {
    company: "Brasserie Øst",
    lastInteractionAt: "2026-02-01T00:00:00.000Z",
  }),
  person("Anna Émilienne Roy", { position: "Data engineer", tags: ["vip", "Lyon"] }),
  person("Bo Li", { notes: "met Emilie at the fair" }),
].map(personEntry);

const names = (text: string, tags: string[] = []) =>
  search(people, { text, tags, order: "name" }).entries.map((entry) => entry.title);

const firstBy = (order: Order) => search(people, { text: "", tags: [], order }).entries[0]?.title;

describe("fold", () => {
  it.each([
    ["Lœvenbruck", "loevenbruck"],
    ["Żółkowski", "zolkowski"],
    ["ØST  Straße", "ost strasse"],
    ["C++ / C#", "c++ c#"],
  ])("%s → %s", (text, folded) => expect(fold(text)).toBe(folded));
});

describe("search", () => {
  it("passes over accents, case and ligatures, both ways", () => {
    expect(names("loeven")).toEqual(["Zoé Lœvenbruck"]);
    expect(names("ZÓLK")).toEqual(["Émile Żółkowski"]);
  });

  it("puts a name that begins so before a later word of a name, before any other text", () => {
    expect(names("emili")).toEqual(["Anna Émilienne Roy", "Bo Li"]);
    expect(names("emil")).toEqual(["Émile Żółkowski", "Anna Émilienne Roy", "Bo Li"]);
  });

  it("wants every word, in any order and from any field", () => {
    expect(names("data roy")).toEqual(["Anna Émilienne Roy"]);
    expect(names("data li")).toEqual(["Anna Émilienne Roy"]);
    expect(names("data zoe")).toEqual([]);
  });

  it("finds inside a word when nothing better matches", () => {
    expect(names("gineer")).toEqual(["Anna Émilienne Roy"]);
  });

  it("reads #word as the beginning of a tag", () => {
    expect(names("#ly")).toEqual(["Anna Émilienne Roy"]);
    expect(names("#vip zo")).toEqual(["Zoé Lœvenbruck"]);
  });

  it("keeps only those who carry every chosen tag", () => {
    expect(names("", ["vip", "Lyon"])).toEqual(["Anna Émilienne Roy"]);
  });

  it("offers close names when nothing matches as written, and says so", () => {
    const found = search(people, { text: "emlie", tags: [], order: "name" });
    expect(found.close).toBe(true);
    expect(found.entries.map(({ title }) => title)).toContain("Émile Żółkowski");
    expect(search(people, { text: "qqqqq", tags: [], order: "name" })).toEqual({
      entries: [],
      close: false,
    });
  });

  it("orders by what was touched or saved last, by name and by last contact", () => {
    expect(firstBy("changed")).toBe("Zoé Lœvenbruck");
    expect(firstBy("contact")).toBe("Émile Żółkowski");
    expect(firstBy("name")).toBe("Anna Émilienne Roy");
    expect(firstBy("saved")).toBe("Anna Émilienne Roy");
  });
});
