import { describe, expect, it } from "vitest";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import {
  compareJob,
  compareJobList,
  compareList,
  comparePerson,
  type SharedPage,
  sharedPages,
} from "./expected";

const NOW = new Date("2026-11-21T00:00:00.000Z");

function capture({ text, expected }: SharedPage) {
  const saved = openSaved(text);
  return read(expected.url, parseUncorrected(saved.html), allReaders, NOW, saved.ending);
}

/** Chromium's document is compared in tests/e2e/pages.spec.ts with the same lists. */
describe("every fact of the shared pages, from a parser that does not correct", () => {
  it("keeps what a correcting parser would move: <a> in <a>, <ul> in <p>", () => {
    const { body } = parseUncorrected("<a><b><a>in</a></b></a><p><i><ul><li>in</li></ul></i></p>");
    expect(body.querySelector("a a")?.textContent).toBe("in");
    expect(body.querySelector("p ul")?.textContent).toBe("in");
  });
  for (const page of sharedPages("profile--")) {
    it(`facts of ${page.name}`, () => {
      const pairs = comparePerson(page.expected, capture(page));
      expect(pairs.map(([, got]) => got)).toEqual(pairs.map(([want]) => want));
    });
  }
  for (const page of sharedPages("job-view--")) {
    it(`facts of ${page.name}`, () => {
      const pairs = compareJob(page.expected, capture(page));
      expect(pairs.map(([, got]) => got)).toEqual(pairs.map(([want]) => want));
    });
  }
  for (const page of sharedPages("negative--")) {
    it(`nothing from ${page.name}`, () => {
      const { kind, record, records, problems } = capture(page);
      expect([kind, record, records, problems.length]).toEqual([null, undefined, undefined, 1]);
    });
  }
  for (const page of sharedPages("connections--", "people-search--")) {
    it(`rows of ${page.name}`, () => {
      const pairs = compareList(page.expected, capture(page));
      expect(pairs.map(([, got]) => got)).toEqual(pairs.map(([want]) => want));
    });
  }
  for (const page of sharedPages("job-search--")) {
    it(`rows of ${page.name}`, () => {
      const pairs = compareJobList(page.expected, capture(page));
      expect(pairs.map(([, got]) => got)).toEqual(pairs.map(([want]) => want));
    });
  }
});

describe("a shared page under another address", () => {
  it("is tried for every page that is here, and the folder is whole or not here", () => {
    expect([0, 21]).toContain(sharedPages("").length);
  });
  for (const page of sharedPages("profile--")) {
    if (page.expected.page) continue;
    it(`${page.name} is refused`, () => {
      const url = "https://www.linkedin.com/in/somebody-else/";
      const { kind, problems } = capture({ ...page, expected: { ...page.expected, url } });
      expect([kind, problems[0]?.code]).toEqual([null, "identity-mismatch"]);
    });
  }
  for (const page of sharedPages("job-view--")) {
    it(`${page.name} is refused`, () => {
      const url = "https://www.linkedin.com/jobs/view/1234567890/";
      const { kind, problems } = capture({ ...page, expected: { ...page.expected, url } });
      expect([kind, problems[0]?.code]).toEqual([null, "job-mismatch"]);
    });
  }
});
