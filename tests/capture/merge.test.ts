import { array, assert, constantFrom, option, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture, Experience, PersonRecord, SectionState } from "@/lib/capture/capture";
import { mergeCapture } from "@/lib/capture/merge";
import type { Json } from "@/lib/sync/json";

type Row = Record<string, unknown>;

function capture(person: PersonRecord, more: Partial<Capture> = {}): Capture {
  const lists = ["experience", "education", "skills"] as const;
  const sections = Object.fromEntries(
    lists.map((list) => [list, person[list] ? "present" : "notLoaded"]),
  );
  return {
    kind: "profile",
    family: "sdui",
    url: "https://www.linkedin.com/in/ada-invented/",
    capturedAt: "2026-03-01T10:00:00.000Z",
    record: person,
    sections: sections as Capture["sections"],
    problems: [],
    unparsed: [],
    ...more,
  };
}

/** A row as a screen reads it, after the fields were written. */
function apply(row: Row | undefined, fields: Record<string, Json>): Row {
  const next: Row = structuredClone(row ?? {});
  for (const [field, value] of Object.entries(fields)) {
    const [map, member] = field.split("/");
    if (map && member) next[map] = { ...(next[map] as Row), [member]: value };
    else next[field] = value;
  }
  return next;
}

const lengthOf = (row: Row): number => (row.experience as unknown[] | undefined)?.length ?? 0;
const experienceOf = (row: Row): unknown => row.experience;

const merge = (row: Row | undefined, one: Capture): Row =>
  apply(row, mergeCapture(row, one).fields);

const word = constantFrom("Acme", "Borea", "Cargo", "Dune");
const date = record({ year: constantFrom(2018, 2020, 2024) });
const position = record(
  {
    title: word,
    company: word,
    startDate: date,
    endDate: date,
    description: string({ maxLength: 12 }),
  },
  { requiredKeys: ["title"] },
);
const person = record(
  {
    fullName: constantFrom("Ada Invented"),
    headline: string({ maxLength: 10 }),
    about: string({ maxLength: 10 }),
    degree: constantFrom<1 | 2 | 3>(1, 2, 3),
    company: word,
    position: word,
    experience: array(position, { maxLength: 4 }),
    skills: array(record({ name: word }), { maxLength: 3 }),
  },
  { requiredKeys: ["fullName"] },
);
const state = constantFrom<SectionState>("present", "absent", "notLoaded", "cutOff");
const anyCapture = record({
  one: person,
  family: constantFrom<"sdui" | "ember" | "guest">("sdui", "ember", "guest"),
  experience: state,
  skills: state,
}).map(({ one, family, experience, skills }) =>
  capture(one as PersonRecord, { family, sections: { experience, skills } }),
);

describe("any two captures, one after the other", () => {
  it("the same twice writes nothing the second time", () => {
    assert(
      property(option(anyCapture), anyCapture, (before, after) => {
        const row = merge(before ? merge(undefined, before) : undefined, after);
        expect(mergeCapture(row, after)).toEqual({ fields: {}, changes: [], held: {} });
      }),
    );
  });

  it("nothing that stood is emptied, and no null is written", () => {
    assert(
      property(anyCapture, anyCapture, (before, after) => {
        const row = merge(undefined, before);
        const { fields } = mergeCapture(row, after);
        expect(Object.values(fields)).not.toContain(null);
        const next = apply(row, fields);
        for (const field of Object.keys(row)) expect(next[field], field).toBeDefined();
      }),
    );
  });

  it("what a person typed stays", () => {
    assert(
      property(anyCapture, (after) => {
        const fields = ["headline", "about", "company", "experience", "skills", "degree"];
        const typed = { source: "user", at: "2026-01-01T00:00:00.000Z" };
        const row: Row = {
          fullName: "Ada Invented",
          headline: "mine",
          about: "a",
          company: "Mine Ltd",
          experience: [{ title: "Mine" }],
          skills: [],
          degree: 1,
          passport: Object.fromEntries(fields.map((field) => [field, typed])),
        };
        const next = merge(row, after);
        for (const field of fields) expect(next[field], field).toEqual(row[field]);
      }),
    );
  });

  it("of two long texts the longer stays", () => {
    assert(
      property(string(), string(), (one, two) => {
        const row = merge(merge(undefined, capture({ about: one })), capture({ about: two }));
        expect(String(row.about ?? "").length).toBe(Math.max(one.length, two.length));
      }),
    );
  });

  it("a part of a list, or a stranger's view of it, never shortens it", () => {
    assert(
      property(anyCapture, anyCapture, (before, after) => {
        const isPart = after.sections.experience !== "present" || after.family === "guest";
        const row = merge(undefined, before);
        const next = merge(row, after);
        if (isPart) expect(lengthOf(next)).toBeGreaterThanOrEqual(lengthOf(row));
      }),
    );
  });
});

describe("lists", () => {
  const old: Experience = {
    title: "Clerk",
    company: "Acme",
    startDate: { year: 2018 },
    current: true,
    description: "Filed things for years.",
  };
  const base = merge(undefined, capture({ fullName: "Ada", experience: [old] }));

  it("an entry that got an end has no open end left, and keeps its longer text", () => {
    const ended: Experience = { ...old, endDate: { year: 2026 }, description: "Filed" };
    delete ended.current;
    const now: Experience = {
      title: "Head",
      company: "Borea",
      startDate: { year: 2026 },
      current: true,
    };
    const row = merge(base, capture({ experience: [now, ended] }));
    expect(experienceOf(row)).toEqual([now, { ...ended, description: old.description }]);
  });

  it("a whole list takes away what is no longer on the page; a CV's list loses nothing to it", () => {
    const now: Experience = {
      title: "Head",
      company: "Borea",
      startDate: { year: 2026 },
      current: true,
    };
    expect(experienceOf(merge(base, capture({ experience: [now] })))).toEqual([now]);
    const fromCv = {
      ...base,
      passport: { experience: { source: "cv", at: "2026-01-01T00:00:00.000Z" } },
    };
    expect(experienceOf(merge(fromCv, capture({ experience: [now] })))).toEqual([now, old]);
  });

  it("keeps of an entry what the page does not show", () => {
    const row: Row = { skills: [{ name: "Filing", endorsements: 4 }] };
    expect(merge(row, capture({ skills: [{ name: "filing" }] })).skills).toEqual([
      { name: "filing", endorsements: 4 },
    ]);
  });

  it("adds what words mean beside the words", () => {
    const remote: Experience = { title: "X", workplace: "À distance", employmentType: "CDI" };
    expect(experienceOf(merge(undefined, capture({ experience: [remote] })))).toEqual([
      { ...remote, workplaceType: "remote", contractType: "permanent" },
    ]);
  });
});

describe("what is written beside the facts", () => {
  it("each captured field says where it is from, when, and who can see it", () => {
    const { fields } = mergeCapture(undefined, capture({ fullName: "Ada" }));
    expect(fields["passport/fullName"]).toEqual({
      source: "capture",
      at: "2026-03-01T10:00:00.000Z",
      visibility: "signedIn",
      family: "sdui",
    });
    const open = mergeCapture(undefined, capture({ fullName: "Ada" }, { family: "guest" }));
    expect(open.fields["passport/fullName"]).toMatchObject({
      visibility: "public",
      family: "guest",
    });
  });

  it("a row keeps the best that any capture saw of a section", () => {
    const row = merge(
      merge(undefined, capture({}, { sections: { skills: "present", about: "notLoaded" } })),
      capture({}, { sections: { skills: "notLoaded", about: "absent" } }),
    );
    expect(row.sections).toEqual({ skills: "present", about: "absent" });
  });

  it("a new address of the same picture is kept, and is no news", () => {
    const photoUrl = "https://media.licdn.com/x/profile-displayphoto?e=1";
    const row = merge(undefined, capture({ fullName: "Ada", photoUrl }));
    const again = capture({ fullName: "Ada", photoUrl: `${photoUrl}2` });
    expect(mergeCapture(row, again)).toMatchObject({
      fields: { photoUrl: `${photoUrl}2` },
      changes: [],
    });
  });

  it("the top card's company does not go beside a title that belongs to another", () => {
    const row = { company: "Acme", position: "Clerk" };
    expect(merge(row, capture({ company: "Borea" }))).toMatchObject({
      company: "Acme",
      position: "Clerk",
    });
    expect(merge(row, capture({ company: "Borea", position: "Head" }))).toMatchObject({
      company: "Borea",
    });
    expect(merge({}, capture({ company: "Borea" }))).toMatchObject({ company: "Borea" });
  });
});
