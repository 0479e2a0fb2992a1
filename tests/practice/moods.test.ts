import { describe, expect, test } from "vitest";
import type { PersonRecord } from "@/lib/capture/capture";
import { people } from "@/scripts/practice/world/people";
import { pageText, readPage } from "./page";

const ilse = "/in/ilse-vantoren/";

describe("a page asked to be awkward", () => {
  test.each([
    [`${ilse}?practice=wall`, "sign-in-wall"],
    [`${ilse}?practice=login`, "sign-in-wall"],
    [`${ilse}?practice=loading`, "still-loading"],
    [`${ilse}?practice=loading&family=ember`, "still-loading"],
    [`${ilse}?practice=mismatch&family=guest`, "identity-mismatch"],
    [`${ilse}?practice=mismatch`, "identity-mismatch"],
    ["/jobs/search/?currentJobId=4090100101&practice=mismatch", "job-mismatch"],
    ["/jobs/view/4090100101/?practice=mismatch", "job-mismatch"],
    ["/jobs/search/?currentJobId=4090100101&practice=mismatch&family=ember", "job-mismatch"],
    ["/in/nobody-at-all/", "not-found"],
    ["/feed/", "unsupported-page"],
    ["/search/results/content/", "unsupported-page"],
  ])("%s is refused as %s", (path, code) => {
    const capture = readPage(path);

    expect(capture.problems.map((problem) => problem.code)).toEqual([code]);
    expect(capture.record).toBeUndefined();
  });

  test.each(["sdui", "ember"])(
    "a page of the %s family that never went past its top says what has not come",
    (family) => {
      const capture = readPage(`${ilse}?practice=top&family=${family}`);

      expect(capture.record).toMatchObject({ fullName: "Ilse Vantoren" });
      expect(capture.sections).toMatchObject({ experience: "notLoaded", education: "notLoaded" });
      expect((capture.record as PersonRecord).experience).toBeUndefined();
    },
  );

  test("the big page weighs about a megabyte and is read like any other", () => {
    const path = `${ilse}?practice=big`;
    const html = pageText(path);

    expect(html.length).toBeGreaterThan(900_000);
    expect(readPage(path, html).record).toMatchObject({ fullName: "Ilse Vantoren", degree: 1 });
  });
});

test("nobody's name is somebody else's, and no page names a place outside the practice network", () => {
  expect(new Set(people.map((person) => person.name)).size).toBe(people.length);
  expect(new Set(people.map((person) => person.memberId)).size).toBe(people.length);
  const outside = pageText(ilse).match(/https?:\/\/(?!www\.linkedin\.com)[^"' )]+/g);
  expect(outside ?? []).toEqual([]);
});
