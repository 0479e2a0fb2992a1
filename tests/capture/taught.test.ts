import { describe, expect, it } from "vitest";
import type { Capture, PersonRecord } from "@/lib/capture/capture";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { blockAround } from "@/lib/capture/taught/block";
import { pathOf } from "@/lib/capture/taught/lines";
import { type Line, linesOf } from "@/lib/capture/text";
import { applyLessons } from "@/lib/capture/taught/apply";
import { withTaken } from "@/lib/capture/taught/patch";
import type { Lesson, Piece, Structure } from "@/lib/capture/taught/taught";
import { teach } from "@/lib/capture/taught/teach";
import { parseUncorrected } from "@/scripts/capture-file";
import { fixture } from "./fixtures";

const NOW = new Date("2026-11-21T00:00:00.000Z");
const ORLA = "https://www.linkedin.com/in/orla-fennimere/";
const TOVE = "https://www.linkedin.com/in/tove-askelund/";
const SDUI: Structure = { kind: "profile", family: "sdui", part: "" };

type Opened = { url: string; doc: Document; capture: Capture; record: PersonRecord };

function open(html: string, url: string): Opened {
  const doc = parseUncorrected(html);
  const capture = read(url, doc, allReaders, NOW, "whole");
  return { url, doc, capture, record: capture.record as PersonRecord };
}

const orlaHtml = fixture("sdui-profile").html;
/** Another person on a page of the same structure. */
const toveHtml = orlaHtml
  .replaceAll("orla-fennimere", "tove-askelund")
  .replaceAll("ACoAAtest1", "ACoAAother7")
  .replaceAll("Orla Fennimere", "Tove Askelund")
  .replace("<p>She/Her</p>", "")
  .replace("Lighthouse engineer at Glimmer &amp; Sons | Fog signals", "Buoy painter, by the sea")
  .replace("Glimmer &amp; Sons · Stornholt College", "Vik Boats · Harbour School")
  .replaceAll("Stornholt, Norway", "Ålesund, Norway")
  .replace("<p>Deckhand</p><p>Harbour · Ferry Line", "<p>Cook</p><p>North · Trawlers");

function lineWith(doc: Document, text: string, nth = 0): Line {
  const found = linesOf(doc.body).filter((line) => line.text.includes(text));
  expect(found[nth], text).toBeDefined();
  return found[nth]!;
}

function lessonFrom(
  page: Opened,
  field: string,
  text: string,
  piece?: Piece,
  structure = SDUI,
): Lesson {
  const line = lineWith(page.doc, text);
  const taught = teach({ ...page, structure }, field, { line, ...(piece && { piece }) }, NOW);
  expect(taught).toHaveProperty("lesson");
  return (taught as { lesson: Lesson }).lesson;
}

const apply = ({ url, doc, record }: Opened, ...lessons: Lesson[]) =>
  applyLessons(url, doc, record, lessons);
const valueOf = (page: Opened, ...lessons: Lesson[]) =>
  apply(page, ...lessons).map(({ taken, miss }) => taken?.[0]?.value ?? miss);

describe("words that were pointed at once", () => {
  const orla = open(orlaHtml, ORLA);
  const tove = open(toveHtml, TOVE);

  it.each([
    ["fullName", "Orla Fennimere", "Tove Askelund"],
    ["headline", "Fog signals", "Buoy painter, by the sea"],
    ["location", "Stornholt, Norway", "Ålesund, Norway"],
  ])("give %s on another person's page of the same structure", (field, words, theirs) => {
    const first = linesOf(orla.doc.querySelector("[componentkey*=Topcard]")!).find(({ text }) =>
      text.includes(words),
    );
    const taught = teach({ ...orla, structure: SDUI }, field, { line: first! }, NOW);
    const { lesson } = taught as { lesson: Lesson };
    expect(valueOf(tove, lesson)).toEqual([theirs]);
  });

  it("give a piece of a line that holds several", () => {
    const line = "Glimmer & Sons · Stornholt College";
    const company = lessonFrom(orla, "company", line, { at: 0, of: 2 });
    const school = lessonFrom(orla, "school", line, { at: 1, of: 2 });
    expect(valueOf(tove, company, school)).toEqual(["Vik Boats", "Harbour School"]);
  });

  it("give the whole of a text of several lines", () => {
    const about = lessonFrom(orla, "about", "I keep lamps lit.");
    expect(valueOf(tove, about)).toEqual(["I keep lamps lit.\nSeventeen of them."]);
  });

  it("give a fact of each entry that has the shape of the one shown, and of no other", () => {
    const lesson = lessonFrom(orla, "experience.company", "Harbour · Ferry Line", { at: 1, of: 3 });
    const [{ taken } = {}] = apply(tove, lesson);
    // The entries of a group have a line less above their dates.
    expect(taken).toEqual([{ field: "experience.company", value: "Trawlers", entry: 2 }]);
    const patched = withTaken(tove.capture, apply(tove, lesson)).record as PersonRecord;
    expect(patched.experience?.map(({ company }) => company)).toEqual([
      "Glimmer & Sons",
      "Glimmer & Sons",
      "Trawlers",
    ]);
  });

  it("correct with an entry what repeats it", () => {
    const lesson = lessonFrom(orla, "experience.title", "Full-time");
    const { record } = withTaken(tove.capture, apply(tove, lesson));
    expect(record).toMatchObject({ position: "Full-time", company: "Glimmer & Sons" });
  });

  it("are kept as structure: no word of the page, no name, no hashed class", () => {
    const lessons = [
      lessonFrom(orla, "headline", "Fog signals"),
      lessonFrom(orla, "about", "I keep lamps lit."),
      lessonFrom(orla, "experience.title", "Deckhand"),
      lessonFrom(orla, "education.degree", "Diploma, Optics"),
    ];
    const kept = JSON.stringify(lessons);
    expect(kept).not.toMatch(/orla|fennimere|ACoAA|lamp|Deckhand|Diploma|Glimmer|Stornholt/i);
    expect(kept).toContain("com.linkedin.sdui.profile.card.ref{id}Topcard");
  });
});

describe("a lesson on a page of the older families", () => {
  it("counts from the person's own link where no part bears a name", () => {
    const { html, expected } = fixture("ember-profile");
    const bram = open(html, expected.url);
    const ember: Structure = { kind: "profile", family: "ember", part: "" };
    const lesson = lessonFrom(bram, "location", "Trieste, Italy", "first", ember);
    const other = html
      .replaceAll("bram-tollinger", "lone-vestergard")
      .replaceAll("Bram Tollinger", "Lone Vestergård")
      .replace("Trieste, Italy</span><span><a", "Aarhus, Denmark</span><span><a");
    const lone = open(other, "https://www.linkedin.com/in/lone-vestergard/");
    expect(valueOf(lone, lesson)).toEqual(["Aarhus, Denmark"]);
  });

  it("may name a block that people named", () => {
    const { html, expected } = fixture("guest-profile");
    const page = open(html, expected.url);
    const guest: Structure = { kind: "profile", family: "guest", part: "" };
    const lesson = lessonFrom(page, "headline", page.record.headline!, undefined, guest);
    expect(valueOf(page, lesson)).toEqual([page.record.headline]);
  });

  it("is learnt of a job, too", () => {
    const { html, expected } = fixture("guest-job");
    const doc = parseUncorrected(html);
    const { record } = read(expected.url, doc, allReaders, NOW, "whole");
    const line = lineWith(doc, (record as { title: string }).title);
    const structure: Structure = { kind: "job", family: "guest", part: "" };
    const taught = teach({ url: expected.url, doc, record: record!, structure }, "title", { line });
    const { lesson } = taught as { lesson: Lesson };
    expect(applyLessons(expected.url, doc, record!, [lesson])[0]?.taken?.[0]?.value).toBe(
      (record as { title: string }).title,
    );
  });
});

describe("a lesson that does not hold gives nothing, and says why", () => {
  const orla = open(orlaHtml, ORLA);
  const headline = lessonFrom(orla, "headline", "Fog signals");

  it("when the words stand in another person's card", () => {
    const aside = lineWith(orla.doc, "Sells umbrellas");
    expect(teach({ ...orla, structure: SDUI }, "headline", { line: aside })).toEqual({
      problem: "elsewhere",
    });
    const main = orla.doc.querySelector("main")!;
    const strangers = linesOf(main).filter(({ el }) =>
      el.closest("aside, strong, [componentkey*=Recommendations] a"),
    );
    expect(strangers.length).toBeGreaterThan(4);
    for (const line of strangers) {
      const own = {
        kind: "profile" as const,
        ids: ["another-face", "a-recommender", "somebody-between"],
      };
      const place = blockAround(main, line, own)!;
      // As if it had been learnt where that person was the page's own.
      const forged: Lesson = {
        ...headline,
        anchor: { scope: { by: "main", name: "" }, place, path: pathOf(line) },
      };
      expect(apply(orla, forged)[0]?.taken, line.text).toBeUndefined();
    }
  });

  it("when the only card of that name is somebody else's", () => {
    const doc = parseUncorrected(orlaHtml);
    for (const el of doc.querySelectorAll("[componentkey*=Topcard]"))
      el.setAttribute("componentkey", "com.linkedin.sdui.profile.card.refACoAAstranger2Topcard");
    expect(valueOf({ ...orla, doc }, headline)).toEqual(["elsewhere"]);
  });

  it("when the part it names is gone, or stands twice", () => {
    const doc = parseUncorrected(orlaHtml);
    for (const el of doc.querySelectorAll("[componentkey*=Topcard]"))
      el.removeAttribute("componentkey");
    expect(valueOf({ ...orla, doc }, headline)).toEqual(["missing"]);

    const twice = parseUncorrected(orlaHtml);
    const card = twice.querySelector("[componentkey*=Topcard]")!;
    card.after(card.cloneNode(true));
    expect(valueOf({ ...orla, doc: twice }, headline)).toEqual(["ambiguous"]);
  });

  it("when other words have moved to its place", () => {
    const without = open(
      orlaHtml.replace("<p>Lighthouse engineer at Glimmer &amp; Sons | Fog signals</p>", ""),
      ORLA,
    );
    const [result] = apply(without, headline);
    expect(result?.miss).toBeDefined();
    const heading = open(
      orlaHtml.replace("<p>Lighthouse engineer at", "<h3>Lighthouse engineer at"),
      ORLA,
    );
    expect(apply(heading, headline)[0]?.taken).toBeUndefined();
  });

  it("when a line no longer has the pieces it had", () => {
    const line = "Glimmer & Sons · Stornholt College";
    const school = lessonFrom(orla, "school", line, { at: 1, of: 2 });
    const alone = open(
      orlaHtml.replace(
        "<p>Glimmer &amp; Sons · Stornholt College</p>",
        "<p>Glimmer &amp; Sons</p>",
      ),
      ORLA,
    );
    expect(valueOf(alone, school)).toEqual(["changed"]);
  });

  it("and the reader's own value stands", () => {
    const missed = [{ id: "x", field: "headline", miss: "missing" as const }];
    const patched = withTaken(orla.capture, missed);
    expect(patched.record).toEqual(orla.capture.record);
    expect(patched.taught).toEqual(missed);
  });
});
