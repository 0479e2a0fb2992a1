import { assert, constantFrom, property, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { healthOf } from "@/lib/capture/health/health";
import { structureReport } from "@/lib/capture/health/report";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { takeSnapshot } from "@/lib/capture/snapshot/take";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import { sharedPages } from "./expected";
import { fixture, fixtures } from "./fixtures";

const NOW = new Date("2026-11-21T00:00:00.000Z");

function look(html: string, url: string) {
  const saved = openSaved(html);
  const doc = parseUncorrected(saved.html);
  const capture = read(url, doc, allReaders, NOW, saved.ending);
  const snapshot = takeSnapshot(url, doc, NOW);
  const health = healthOf(snapshot, capture);
  return { health, report: structureReport(snapshot, health, "0.0.0") };
}

const { html, expected } = fixture("sdui-profile");
const healthy = look(html, expected.url).health;
const section = (health: typeof healthy, name: string) =>
  health.sections.find((one) => one.section === name);

describe("what is read of a page today", () => {
  it("names each section with its state and what it was known by", () => {
    expect(section(healthy, "experience")).toEqual({
      section: "experience",
      state: "present",
      anchors: ["componentkey", "heading"],
      isDrifted: false,
    });
    expect(healthy).toMatchObject({ kind: "profile", family: "sdui", verdict: "partly" });
    expect(healthy.identity).toMatchObject({ disagree: 0, unknown: 0 });
    expect(healthy.identity.agree).toBeGreaterThan(8);
    const ember = look(fixture("ember-profile").html, fixture("ember-profile").expected.url).health;
    expect(section(ember, "skills")?.anchors).toEqual(["id", "heading"]);
    const guest = look(fixture("guest-profile").html, fixture("guest-profile").expected.url).health;
    expect(section(guest, "experience")?.anchors[0]).toMatch(/data-section|class/);
  });

  const pages = [
    ...fixtures().map(({ name, html: text, expected: { url } }) => ({ name, text, url })),
    ...sharedPages("").map(({ name, text, expected: { url } }) => ({ name, text, url })),
  ];
  it.each(pages)("calls no page that is read a drift: $name", ({ text, url }) => {
    const { health } = look(text, url);
    expect(health.sections.filter(({ isDrifted }) => isDrifted)).toEqual([]);
    expect(health.verdict).not.toBe("drift");
  });
});

describe("a page that is no longer made as it was", () => {
  it("is a drift where a section stands with its words and the reader finds nothing", () => {
    const renamed = html
      .replace("Mar 2022 - Present · 2 yrs 3 mos", "Since the spring")
      .replace("Apr 2018 - Mar 2022 · 4 yrs", "Four years")
      .replace("May 2016 · 1 mo", "One month");
    const { health } = look(renamed, expected.url);
    expect(health.verdict).toBe("drift");
    expect(section(health, "experience")).toMatchObject({ state: "notLoaded", isDrifted: true });
  });

  it("is a drift where the address and the page's own links agree, and no reader knows it", () => {
    const renamed = html
      .replaceAll("com.linkedin.sdui.profile.card.ref", "com.linkedin.next.card")
      .replaceAll("/overlay/contact-info/", "/overlay/ways-to-reach/");
    const { health } = look(renamed, expected.url);
    expect(health).toMatchObject({ verdict: "drift", kind: null, problem: "still-loading" });
    expect(health.identity).toMatchObject({ disagree: 0 });
  });

  it("is not a drift when it is refused, still loading, or only not scrolled to", () => {
    const verdicts = Object.entries({
      "no-page--sign-in-wall": "refused",
      "no-page--still-loading": "refused",
      "no-page--not-found": "refused",
      "sdui-profile--two-people": "refused",
      "sdui-profile--not-loaded": "partly",
    });
    for (const [name, verdict] of verdicts) {
      const page = fixture(name);
      expect(look(page.html, page.expected.url).health.verdict, name).toBe(verdict);
    }
  });

  it("says when the signs of whom it is about disagree", () => {
    const page = fixture("sdui-profile--two-people");
    const { health } = look(page.html, page.expected.url);
    expect(health.problem).toBe("identity-mismatch");
    expect(health.identity.disagree + health.identity.unknown).toBeGreaterThan(0);
  });
});

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}_]{2,}/gu));

describe("a report to send", () => {
  it("has no word of the page, whatever its texts, names, addresses and ids are", () => {
    const secret = stringMatching(/^zq[a-z]{6,12}$/);
    const places = [
      /(?<=>)[^<>]*\p{L}[^<>]*(?=<)/gu,
      /orla-fennimere/g,
      /ACoAAtest1/g,
      /5151|stornholt-college/g,
      /(?<=(?:alt|aria-label|title)=")[^"]+/g,
      /\b(?:p|div|span|figure)\b(?=[\s>])/g,
      /(?<=\s)(?:data-testid|aria-label|alt)(?==")/g,
    ];
    assert(
      property(secret, constantFrom(...places), (word, place) => {
        const told = html.replaceAll(place, place.source.includes("figure") ? `x-${word}` : word);
        const url = expected.url.replace("orla-fennimere", word);
        for (const address of [expected.url, url])
          expect(look(told, address).report.toLowerCase()).not.toContain(word);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same for the same structure, whoever the page is about and whatever it says", () => {
    const other = html
      .replaceAll("orla-fennimere", "tove-askelund")
      .replaceAll("ACoAAtest1", "ACoAAother7")
      .replaceAll("Orla Fennimere", "Tove Askelund")
      .replaceAll("Stornholt", "Ålesund")
      .replaceAll("Glimmer", "Vik")
      .replaceAll("5151", "7272");
    const theirs = look(other, "https://www.linkedin.com/in/tove-askelund/");
    expect(theirs.report).toBe(look(html, expected.url).report);
  });

  it("uses only words that a report of any other page may use", () => {
    const ours = words(look("<html><body></body></html>", expected.url).report);
    const told = words(look(html, expected.url).report);
    const known =
      /^(html|head|meta|title|body|nav|main|div|span|section|aside|ul|li|hr|br|button|figure|img|strong|h[123]|href|alt|src|lang|other|link|label|class|name|role|aria|data|testid|sdui|screen|component|componentkey|display|contents|heading|en|profile|present|absent|cut|off|cutoff|drifted|partly|reads|charset|id)$/;
    const unknown = [...told].filter((word) => !ours.has(word) && !known.test(word));
    expect(unknown).toEqual([]);
  });
});
