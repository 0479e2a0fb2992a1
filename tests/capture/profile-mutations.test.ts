import { describe, expect, it } from "vitest";
import type { Capture } from "@/lib/capture/capture";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import { factsOf, tally } from "./facts";
import { type Fixture, fixtures } from "./fixtures";
import {
  ATTRIBUTES,
  LANGUAGE,
  type Mutation,
  picker,
  REMOVALS,
  STRANGERS,
  STRUCTURE,
} from "./profile-mutations";

const NOW = new Date("2026-11-21T00:00:00.000Z");
const SEEDS = [1, 2, 3];

const open = (html: string): Document => parseUncorrected(openSaved(html).html);
const capture = (url: string, doc: Document): Capture => read(url, doc, allReaders, NOW, "whole");

const profiles = fixtures().filter(
  ({ name, expected }) => expected.kind === "profile" && !name.includes("cut-off"),
);

function readings(mutation: Mutation) {
  return profiles.flatMap(({ name, html, expected }: Fixture) =>
    SEEDS.map((seed) => {
      const doc = open(html);
      mutation.apply(doc, picker(seed));
      const { right, wrong, missing } = tally(
        factsOf(expected),
        factsOf(capture(expected.url, doc)),
      );
      return { page: `${name} #${seed}`, right, wrong, missing };
    }),
  );
}

describe("a profile served in another way says the same or less, and nothing else", () => {
  it.each([...ATTRIBUTES, ...STRUCTURE, ...STRANGERS, ...LANGUAGE])("$name", (mutation) => {
    const told = readings(mutation);
    expect(told.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    const right = told.reduce((sum, one) => sum + one.right, 0);
    const missing = told.reduce((sum, one) => sum + one.missing.length, 0);
    expect(
      right / (right + missing),
      JSON.stringify(told.filter((one) => one.missing.length > 0)),
    ).toBeGreaterThan(0.95);
  });
});

describe("a profile with less on it", () => {
  it.each(REMOVALS)("$name", (mutation) => {
    for (const { page, wrong } of readings(mutation)) {
      // Without the experience the top card alone says where the person works.
      expect(
        wrong.filter((fact) => !fact.startsWith("/company=")),
        page,
      ).toEqual([]);
    }
  });
});
