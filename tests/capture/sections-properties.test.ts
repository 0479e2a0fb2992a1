import { assert, constantFrom, nat, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "@/lib/capture/capture";
import { captureSchema } from "@/lib/capture/capture-schema";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import { fixture } from "./fixtures";

const NOW = new Date("2026-11-21T00:00:00.000Z");
const open = (html: string): Document => parseUncorrected(openSaved(html).html);
const capture = (url: string, doc: Document): Capture => read(url, doc, allReaders, NOW, "whole");

const nasty = oneof(
  string({ unit: "binary", maxLength: 40 }),
  constantFrom(
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://www.linkedin.com/redir/redirect?url=javascript%3Aalert(1)",
    "mailto:%E0%A4%A",
    "__proto__",
    "\u202eabc",
  ),
);
const ATTRIBUTES = [
  "href",
  "src",
  "alt",
  "aria-label",
  "data-event-urn",
  "data-test-id",
  "datetime",
];

/** Every text of a record that a screen would make a link or a picture of. */
function addressesIn(value: unknown, name = ""): string[] {
  if (typeof value === "string") return /url$|^website$/i.test(name) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => addressesIn(inner, key));
}

describe("whatever stands in the attributes of a page", () => {
  it.each([
    "ember-profile--sections",
    "sdui-profile--sections-french",
    "guest-profile--sections-german",
    "ember-profile--contact",
    "ember-company",
    "guest-company--german",
    "ember-job-list--german",
    "ember-thread",
  ])("%s gives addresses that are addresses, and what the background believes", (name) => {
    const { html, expected } = fixture(name);
    assert(
      property(nasty, nat(), (value, at) => {
        const doc = open(html);
        const all = [...doc.querySelectorAll(ATTRIBUTES.map((one) => `[${one}]`).join(", "))];
        const el = all[at % all.length];
        for (const attribute of ATTRIBUTES) {
          if (el?.hasAttribute(attribute)) el.setAttribute(attribute, value);
        }
        const got = capture(expected.url, doc);
        for (const url of addressesIn([got.record, got.records])) {
          expect(url).toMatch(/^https?:\/\/[^\s"'<>]*$/);
        }
        const crossed = JSON.parse(JSON.stringify(got));
        expect(captureSchema.parse(crossed)).toEqual(crossed);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a section that is taken away", () => {
  const { html, expected } = fixture("ember-profile--sections");
  const asIs = capture(expected.url, open(html));
  const anchors: Record<string, string> = {
    services: "services",
    projects: "projects",
    volunteering: "volunteering_experience",
    honors: "honors_and_awards",
    publications: "publications",
    patents: "patents",
    courses: "courses",
    testScores: "test_scores",
    organizations: "organizations",
    causes: "volunteer_causes",
  };

  it.each(Object.entries(anchors))("%s changes nothing but itself", (section, anchor) => {
    const doc = open(html);
    doc.getElementById(anchor)?.closest("section")?.remove();
    const got = capture(expected.url, doc);
    expect(got.sections).toEqual({ ...asIs.sections, [section]: "absent" });
    // The link to all projects is what holds the member's number.
    const more = section === "projects" ? { memberUrn: undefined } : {};
    expect(got.record).toEqual({ ...asIs.record, ...more, [section]: undefined });
  });

  it("and those that are left may stand in any order", () => {
    assert(
      property(nat(), nat(), (which, where) => {
        const doc = open(html);
        const cards = [...doc.querySelectorAll("main > section")].slice(1);
        const card = cards[which % cards.length];
        const place = cards[where % cards.length];
        if (card && place && card !== place) place.before(card);
        const got = capture(expected.url, doc);
        expect([got.record, got.sections]).toEqual([asIs.record, asIs.sections]);
      }),
      { numRuns: 40 },
    );
  });
});
