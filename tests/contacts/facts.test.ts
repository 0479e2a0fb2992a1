import { describe, expect, it } from "vitest";
import { JOB_FACTS, mayBeEmpty, PERSON_FACTS, typedValue } from "@/lib/contacts/facts";
import { sectionsIn } from "@/lib/contacts/section-order";
import { job } from "@/lib/model/job";
import { person } from "@/lib/model/person";

describe("facts", () => {
  it("are fields of their noun", () => {
    expect(PERSON_FACTS.filter(({ field }) => !(field in person.shape))).toEqual([]);
    expect(JOB_FACTS.filter(({ field }) => !(field in job.shape))).toEqual([]);
  });

  it.each([
    ["text", "  Lyon ", "Lyon"],
    ["text", "  ", null],
    ["number", "30", 30],
    ["number", "", null],
    ["number", "-3", undefined],
    ["number", "a month", undefined],
    ["number", "1.5", undefined],
  ] as const)("a %s typed as %j is kept as %j", (kind, typed, kept) =>
    expect(typedValue(kind, typed)).toBe(kept),
  );

  it("let everything be emptied but the name", () => {
    expect(["fullName", "title", "location"].map(mayBeEmpty)).toEqual([false, false, true]);
  });
});

describe("sections", () => {
  it("are told in the order of the page, whatever the order of their keys", () => {
    const sections = {
      certifications: "notLoaded",
      education: "cutOff",
      experience: "notLoaded",
      about: "present",
      zebra: "notLoaded",
    };
    expect(sectionsIn(sections, "notLoaded")).toEqual(["experience", "certifications", "zebra"]);
    expect(sectionsIn(sections, "notLoaded", "cutOff")).toEqual([
      "experience",
      "education",
      "certifications",
      "zebra",
    ]);
  });
});
