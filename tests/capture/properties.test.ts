import { assert, boolean, constantFrom, nat, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "@/lib/capture/capture";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import { sharedPages } from "./expected";
import { fixture, fixtures } from "./fixtures";

const NOW = new Date("2026-11-21T00:00:00.000Z");

const open = (html: string): Document => parseUncorrected(openSaved(html).html);
const capture = (url: string, doc: Document): Capture => read(url, doc, allReaders, NOW, "whole");

describe("reading changes nothing in the page", () => {
  const pages = [
    ...fixtures().map(({ name, html, expected }) => ({ name, html, url: expected.url })),
    ...sharedPages("").map(({ name, text, expected }) => ({ name, html: text, url: expected.url })),
  ];
  it.each(pages)("$name", ({ html, url }) => {
    const doc = open(html);
    const before = doc.documentElement.outerHTML;
    capture(url, doc);
    expect(doc.documentElement.outerHTML).toBe(before);
  });
});

describe("whatever a page says, it says it as text", () => {
  const { html, expected } = fixture("sdui-profile");
  const nasty = oneof(
    string({ unit: "binary", maxLength: 40 }),
    constantFrom(
      '"><img src=x onerror=alert(1)>',
      "javascript:alert(1)",
      "__proto__",
      "${7*7}",
      "\u202eabc",
    ),
  );

  it("in every attribute of the page, and never becomes an address of ours or markup", () => {
    assert(
      property(nasty, nat(400), (value, at) => {
        const doc = open(html);
        const all = [...doc.querySelectorAll("a[href], img, [aria-label], [data-testid]")];
        const el = all[at % all.length];
        for (const name of ["href", "alt", "src", "aria-label"]) {
          if (el?.hasAttribute(name)) el.setAttribute(name, value);
        }
        const { record, kind } = capture(expected.url, doc);
        if (kind === null || !record || !("experience" in record)) return;
        const urls = [
          record.photoUrl ?? "https://",
          record.profileUrl ?? "https://",
          ...(record.experience ?? []).map(({ companyUrl }) => companyUrl ?? "https://"),
          ...(record.education ?? []).map(({ schoolUrl }) => schoolUrl ?? "https://"),
        ];
        for (const url of urls) expect(url).toMatch(/^https:\/\/[^\s"'<>]*$/);
        expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
      }),
      { numRuns: 300 },
    );
  });

  it("in its name, which comes out as it was written", () => {
    assert(
      property(string({ minLength: 1, maxLength: 30 }), (name) => {
        const doc = open(html);
        const heading = doc.querySelector("h2");
        if (heading) heading.textContent = name;
        const { record } = capture(expected.url, doc);
        const shown = name.replace(/\s+/g, " ").trim();
        if (shown !== "" && record) expect(record).toMatchObject({ fullName: shown });
      }),
    );
  });
});

describe("what is not the person's own makes no difference", () => {
  const { html, expected } = fixture("sdui-profile");
  const asIs = capture(expected.url, open(html));

  it("wherever it stands", () => {
    assert(
      property(nat(), nat(), boolean(), (which, where, first) => {
        const doc = open(html);
        const strangers = [
          ...doc.querySelectorAll("aside, nav, [role=toolbar], section:not([componentkey])"),
        ].filter((el) => !el.closest('[componentkey^="com.linkedin.sdui.profile.card.ref"]'));
        const stranger = strangers[which % strangers.length];
        const places = [
          ...doc.querySelectorAll(
            '[data-testid="lazy-column"], [data-testid="lazy-column"] > div, main',
          ),
        ].filter((el) => !stranger?.contains(el) && !el.closest("[componentkey*=Topcard]"));
        const place = places[where % places.length];
        if (stranger && place) place.insertBefore(stranger, first ? place.firstChild : null);
        expect(capture(expected.url, doc)).toEqual(asIs);
      }),
    );
  });

  it("as a removed section changes that section and no other", () => {
    const cards: Record<string, string> = {
      about: "About",
      experience: "ExperienceTopLevelSection",
      education: "EducationTopLevelSection",
      skills: "Skills",
      languages: "LanguageTopLevel",
      projects: "Projects",
      recommendations: "RecommendationsTopLevel",
    };
    /** Fields that stand in a section under another name. */
    const more: Record<string, string[]> = {
      about: ["topSkills"],
      experience: ["position"],
      recommendations: ["recommendationsReceived"],
    };
    for (const [section, card] of Object.entries(cards)) {
      const doc = open(html);
      doc.querySelector(`[componentkey$="${card}"]`)?.remove();
      const { record, sections } = capture(expected.url, doc);
      expect(sections).toEqual({ ...asIs.sections, [section]: "absent" });
      const gone = [section, ...(more[section] ?? [])].map((field) => [field, undefined]);
      expect(record).toEqual({ ...asIs.record, ...Object.fromEntries(gone) });
    }
  });
});
