import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import type { Capture, CompanyRecord, PersonRecord } from "@/lib/capture/capture";
import { type KeptPage, lessonOn, openKept } from "@/lib/capture/kept-page";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { takeSnapshot } from "@/lib/capture/snapshot/take";
import { storeList } from "@/lib/capture/store/list";
import { keepLesson, lessonsFor } from "@/lib/capture/store/lessons";
import { keepSnapshot } from "@/lib/capture/store/snapshots";
import { keptPageOf, learn, listsKept } from "@/lib/capture/store/screen";
import { applyLessons } from "@/lib/capture/taught/apply";
import { applyInRows, rowsOn } from "@/lib/capture/taught/in-rows";
import { refineCapture } from "@/lib/capture/taught/refine";
import type { Lesson } from "@/lib/capture/taught/taught";
import { type Line, linesOf } from "@/lib/capture/text";
import { connect } from "@/lib/data/db";
import { parseUncorrected } from "@/scripts/capture-file";
import { fixture } from "./fixtures";

const NOW = new Date("2026-11-21T00:00:00.000Z");
const SEARCH = "https://www.linkedin.com/search/results/people/?keywords=lamps";

type Row = { slug: string; name?: string; lines: string[]; beside?: string };

/** The trap: the place stands above the headline, so that the reader takes the one for the other. */
const searchPage = (rows: Row[]) => `<html><body>
<div data-sdui-screen="com.linkedin.sdui.search.People"><main>${rows
  .map(
    ({ slug, name, lines, beside = "" }) =>
      `<div role="listitem" data-view-name="people-search-result"><a href="/in/${slug}/"><p>${name ?? ""}</p></a>${lines
        .map((line) => `<div><p>${line}</p></div>`)
        .join("")}${beside}</div>`,
  )
  .join("")}</main></div><aside><p>Words of nobody on the list</p></aside></body></html>`;

/** The name stands beside the link, where no reader looks for it. */
const nameBeside = (rows: Row[]) =>
  searchPage(rows).replaceAll(/<p>(Orla|Bram) (\w+)<\/p><\/a>/g, "</a><div><h3>$1 $2</h3></div>");

const MUTUAL = '<div><a href="/in/mutual-one/"><p>Mutual One is a connection</p></a></div>';
const ROWS: Row[] = [
  { slug: "orla-fennimere", name: "Orla Fennimere", lines: ["Stornholt", "Keeps lamps"] },
  { slug: "bram-tollinger", name: "Bram Tollinger", lines: ["Trieste", "Paints buoys"] },
  { slug: "ines-quillard", name: "Ines Quillard", lines: ["Lyon", "Draws charts"], beside: MUTUAL },
  { slug: "tove-askelund", name: "Tove Askelund", lines: ["Keeps one line only"] },
];

function kept(html: string, url: string): KeptPage {
  const snapshot = takeSnapshot(url, parseUncorrected(html), NOW);
  return openKept(snapshot, parseUncorrected("<html><head></head><body></body></html>"));
}

function pointAt(page: KeptPage, text: string): Line {
  const line = linesOf(page.doc.body).find((one) => one.text === text);
  expect(line, text).toBeDefined();
  return line!;
}

function taughtOn(page: KeptPage, field: string, text: string): Lesson {
  const taught = lessonOn(page, field, { line: pointAt(page, text) });
  expect(taught).toHaveProperty("lesson");
  return (taught as { lesson: Lesson }).lesson;
}

/** The next capture of a page, with what was taught. */
function captured(html: string, url: string, lessons: Lesson[]): Promise<Capture> {
  const doc = parseUncorrected(html);
  return refineCapture(read(url, doc, allReaders, NOW, "whole"), {
    lessonsFor: async () => lessons,
    ask: async ({ record }) => applyLessons(url, doc, record, lessons),
    askRows: async () => applyInRows(rowsOn(url, doc, allReaders), lessons),
  });
}

const people = ({ records = [] }: Capture) => records as PersonRecord[];

describe("words pointed at in one row of a list", () => {
  const page = kept(searchPage(ROWS), SEARCH);

  it("are taken in every row made alike, and are no longer what the reader took them for", async () => {
    expect(people(page.capture)[0]).toMatchObject({
      headline: "Stornholt",
      location: "Keeps lamps",
    });
    const lesson = taughtOn(page, "headline", "Keeps lamps");
    expect(lesson.anchor.scope).toEqual({ by: "row", name: "" });
    const next = await captured(searchPage(ROWS), SEARCH, [lesson]);
    expect(people(next).map(({ headline }) => headline)).toEqual([
      "Keeps lamps",
      "Paints buoys",
      // Made in another way: one line more, one line less.
      "Lyon",
      "Keeps one line only",
    ]);
    expect(people(next)[0]).not.toHaveProperty("location");
    const both = [lesson, taughtOn(page, "location", "Stornholt")];
    const [first] = people(await captured(searchPage(ROWS), SEARCH, both));
    expect(first).toMatchObject({ headline: "Keeps lamps", location: "Stornholt" });
  });

  it("are kept as structure, relative to the row, without a word of the page", () => {
    const lesson = taughtOn(page, "location", "Stornholt");
    expect(JSON.stringify(lesson)).not.toMatch(/orla|fennimere|stornholt|lamps/i);
    expect(lesson).toMatchObject({ kind: "people-search", family: "sdui", part: "" });
  });

  it("cannot be somebody else's: beside the rows, or of another person in one", () => {
    for (const text of ["Words of nobody on the list", "Mutual One is a connection"]) {
      expect(lessonOn(page, "headline", { line: pointAt(page, text) })).toEqual({
        problem: "elsewhere",
      });
    }
  });

  it("give a row its name that had none to the reader", async () => {
    const drawn = kept(nameBeside(ROWS), SEARCH);
    expect(drawn.capture.problems).toEqual([
      { code: "row-unreadable", row: 1 },
      { code: "row-unreadable", row: 2 },
    ]);
    const lesson = taughtOn(drawn, "fullName", "Orla Fennimere");
    const next = await captured(nameBeside(ROWS), SEARCH, [lesson]);
    expect(next.problems).toEqual([]);
    expect(people(next).map(({ fullName, publicId }) => [fullName, publicId])).toContainEqual([
      "Bram Tollinger",
      "bram-tollinger",
    ]);
  });

  it("change nothing where they do not hold, and say so", async () => {
    const lesson = taughtOn(page, "headline", "Keeps lamps");
    const other = searchPage(ROWS).replaceAll("<div><p>", "<div><p></p><section><p>");
    const next = await captured(other, SEARCH, [lesson]);
    expect(next.taught).toEqual([expect.objectContaining({ field: "headline", miss: "changed" })]);
    expect(people(next)[1]).toMatchObject({ headline: "Trieste" });
  });

  it("reach the notebook: at once from the kept page, and marked as shown, row by row", async () => {
    const db = connect("taught-rows");
    await storeList(db, page.capture);
    await keepSnapshot(db, "lists/people-search", page.snapshot);
    expect(await listsKept(db)).toEqual(["people-search"]);
    const opened = await keptPageOf(
      "lists/people-search",
      () => parseUncorrected("<html><head></head><body></body></html>"),
      db,
    );
    const taught = lessonOn(opened!, "headline", { line: pointAt(opened!, "Keeps lamps") });
    const saved = await learn(
      { table: "lists", id: "people-search" },
      opened!,
      taught as Exclude<typeof taught, { problem: unknown }>,
      db,
    );
    expect(saved.ids).toHaveLength(2);
    const rows = await db.people.toArray();
    const of = (name: string) => rows.find(({ fullName }) => fullName === name);
    expect(of("Bram Tollinger")).toMatchObject({
      headline: "Paints buoys",
      passport: { headline: { taught: true } },
    });
    expect(of("Tove Askelund")?.passport?.headline).not.toHaveProperty("taught");
    const structure = { kind: "people-search", family: "sdui", part: "" } as const;
    expect(await lessonsFor(db, structure)).toHaveLength(1);
    await keepLesson(db, { ...(await lessonsFor(db, structure))[0]!, id: "x", part: "sent" });
    expect(await lessonsFor(db, structure)).toHaveLength(1);
  });
});

it.each([
  ["sdui-connections", "headline", "Founder | Adviser", "Founder | Adviser"],
  ["ember-people-search", "location", "Lyon", "Lyon"],
  ["sdui-job-list--french", "companyName", "Atelier Pervenche", "Phares & Balises"],
  ["ember-job-list--german", "title", undefined, undefined],
  ["guest-job-list", "title", undefined, undefined],
  ["ember-invitations", "headline", undefined, undefined],
  ["sdui-company-people", "headline", undefined, undefined],
])("rows of %s can be taught", async (name, field, words, expected) => {
  const { html, expected: wanted } = fixture(name);
  const page = kept(html, wanted.url);
  const first = (wanted.records?.[0] ?? {}) as Record<string, string>;
  const lesson = taughtOn(page, field, words ?? first[field]!);
  const next = await captured(html, wanted.url, [lesson]);
  const values = (next.records as Record<string, string>[]).map((one) => one[field]);
  expect(values).toContain(expected ?? first[field]);
  expect(next.records).toHaveLength(wanted.records!.length);
});

describe("words pointed at on a company's page", () => {
  const { html, expected } = fixture("ember-company");
  const beside =
    '<section class="artdeco-card org-similar-pages"><h2>Pages like it</h2><div><a href="/company/another-lamp/"><p>Another Lamp</p></a><p>Lamps of others</p></div><div><a href="/in/looker-person/"><p>Looker Person</p></a><p>Looks at lamps</p></div></section>';
  const page = kept(html.replace("</main>", `${beside}</main>`), expected.url);

  it("are taken on another company's page of the structure", async () => {
    const lesson = taughtOn(page, "tagline", "Lamps for the last mile of sea");
    const other = html
      .replaceAll("glimmer-sons", "fern-ferry")
      .replaceAll("Glimmer &amp; Sons", "Fern Ferry")
      .replace("Lamps for the last mile of sea", "Across and back");
    const url = "https://www.linkedin.com/company/fern-ferry/about/";
    const { record, taught } = await captured(other, url, [lesson]);
    expect((record as CompanyRecord).tagline).toBe("Across and back");
    expect(taught?.[0]).not.toHaveProperty("miss");
    expect(JSON.stringify(lesson)).not.toMatch(/glimmer|lamps/i);
  });

  it("cannot be another company's, or a person's", () => {
    for (const text of ["Another Lamp", "Lamps of others", "Looker Person", "Looks at lamps"]) {
      const taught = lessonOn(page, "tagline", { line: pointAt(page, text) });
      expect(taught, text).toEqual({ problem: "elsewhere" });
    }
  });
});
