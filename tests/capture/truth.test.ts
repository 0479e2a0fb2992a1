import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Capture } from "@/lib/capture/capture";
import { storeCapture } from "@/lib/capture/store";
import { correctField, releaseField } from "@/lib/capture/store/corrections";
import { forgetLesson, keepLesson, lessonsFor } from "@/lib/capture/store/lessons";
import { noteAfter, noteRefusal, readNote, readUnparsed } from "@/lib/capture/store/notes";
import { refineCapture } from "@/lib/capture/taught/refine";
import type { Lesson } from "@/lib/capture/taught/taught";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";

const URL = "https://www.linkedin.com/in/ada-brightwater/";
const AT = "2026-11-20T10:00:00.000Z";
const LATER = "2026-11-21T10:00:00.000Z";

const capture = (headline: string, capturedAt = AT): Capture => ({
  kind: "profile",
  family: "sdui",
  url: URL,
  capturedAt,
  record: { fullName: "Ada Brightwater", publicId: "ada-brightwater", headline },
  sections: { about: "present" },
  problems: [],
  unparsed: [{ section: "projects", lines: ["Solar buoy"] }],
});

const lesson: Lesson = {
  id: "profile|sdui||headline|main||div p",
  kind: "profile",
  family: "sdui",
  part: "",
  field: "headline",
  taughtAt: AT,
  anchor: {
    scope: { by: "componentkey", name: "card.{id}Top" },
    place: {
      by: "block",
      mark: { child: 0, depth: 2 },
      tags: "div p",
      child: 1,
      line: 0,
      lines: 1,
    },
    path: "p<div",
  },
};

let db: RapportDb;
let names = 0;
beforeEach(() => {
  db = connect(`truth-${++names}`);
});
afterEach(() => db.close());

async function person() {
  const [row] = await db.people.toArray();
  return row!;
}

describe("a person's own word", () => {
  it("stands against every later capture, whose word is kept aside, and gives way when it is released", async () => {
    const { id } = await storeCapture(db, capture("Archivist"));
    const target = { table: "people", id, field: "headline" } as const;
    await correctField(target, "Chief archivist", db, new Date(AT));
    expect((await readNote(db, `people/${id}`))?.held).toMatchObject({
      headline: { value: "Archivist" },
    });

    await storeCapture(db, capture("Archivist at Quillmark", LATER));
    expect(await person()).toMatchObject({
      headline: "Chief archivist",
      passport: { headline: { source: "user" } },
    });

    const released = await releaseField(target, undefined, db);
    expect(released.hasWord).toBe(true);
    expect(await person()).toMatchObject({
      headline: "Archivist at Quillmark",
      passport: {
        headline: { source: "capture", at: LATER, visibility: "signedIn", family: "sdui" },
      },
    });
    await save(db, released.undo);
    expect(await person()).toMatchObject({
      headline: "Chief archivist",
      passport: { headline: { source: "user" } },
    });
  });

  it("is taken back by its undo, with where the page's word came from", async () => {
    const { id } = await storeCapture(db, capture("Archivist"));
    const { undo } = await correctField({ table: "people", id, field: "headline" }, "Mine", db);
    await save(db, undo);
    expect(await person()).toMatchObject({
      headline: "Archivist",
      passport: { headline: { source: "capture", at: AT } },
    });
  });

  it("stays when no page's word is known here, until the next capture brings one", async () => {
    const { ids } = await save(db, [
      {
        table: "people",
        fields: {
          fullName: "Ada Brightwater",
          publicId: "ada-brightwater",
          headline: "Mine",
          "passport/headline": { source: "user", at: AT },
        },
      },
    ]);
    const target = { table: "people", id: ids[0]!, field: "headline" } as const;
    expect((await releaseField(target, undefined, db)).hasWord).toBe(false);
    expect(await person()).toMatchObject({ headline: "Mine" });
    await storeCapture(db, capture("Archivist", LATER));
    expect(await person()).toMatchObject({ headline: "Archivist" });
  });

  it("gives way to what stands on the kept page, too", async () => {
    const { ids } = await save(db, [
      {
        table: "people",
        fields: {
          fullName: "A",
          headline: "Mine",
          "passport/headline": { source: "user", at: AT },
        },
      },
    ]);
    const target = { table: "people", id: ids[0]!, field: "headline" } as const;
    await releaseField(target, { value: "Seen", at: AT, family: "guest" }, db);
    expect(await person()).toMatchObject({
      headline: "Seen",
      passport: { headline: { source: "capture", visibility: "public" } },
    });
  });
});

describe("what is known of a reading", () => {
  it("is the latest capture's, with the refusals since and what was not understood", async () => {
    const { id } = await storeCapture(db, capture("Archivist"));
    const key = `people/${id}`;
    await noteAfter(db, key, AT, { snapshot: "kept", drifted: ["skills"] });
    for (let n = 0; n < 7; n++)
      await noteRefusal(db, key, {
        at: LATER,
        url: URL,
        code: n === 6 ? "drift" : "still-loading",
      });
    expect(await readNote(db, key)).toMatchObject({
      at: AT,
      family: "sdui",
      snapshot: "kept",
      drifted: ["skills"],
      refused: { length: 5, 0: { code: "drift" } },
    });
    expect(await readUnparsed(db, key)).toEqual([{ section: "projects", lines: ["Solar buoy"] }]);

    await storeCapture(db, capture("Archivist", LATER));
    await noteAfter(db, key, AT, { snapshot: "too-large" });
    expect(await readNote(db, key)).toMatchObject({ at: LATER, refused: { length: 5 } });
    expect((await readNote(db, key))?.snapshot).toBeUndefined();
  });

  it("begins with a refusal where nothing was captured here yet", async () => {
    await noteRefusal(db, "people/x", { at: AT, url: URL, code: "identity-mismatch" });
    expect(await readNote(db, "people/x")).toMatchObject({
      refused: [{ code: "identity-mismatch" }],
    });
  });
});

async function ask(): Promise<unknown> {
  throw new Error("asked");
}

describe("what was taught, on the way into a page and back", () => {
  const found = {
    id: lesson.id,
    field: "headline",
    taken: [{ field: "headline", value: "Shown" }],
  };
  const refine = (answer: unknown, lessons = [lesson]) =>
    refineCapture(capture("Read"), {
      lessonsFor: async () => lessons,
      ask: async () => answer,
      askRows: ask,
    });

  it("takes the place of what the reader read, and is written over a longer text", async () => {
    const refined = await refine([found]);
    expect(refined.record).toMatchObject({ headline: "Shown" });
    await storeCapture(db, refined);
    expect(await person()).toMatchObject({
      headline: "Shown",
      passport: { headline: { source: "capture", taught: true } },
    });

    const about: Lesson = { ...lesson, id: "about", field: "about" };
    await storeCapture(db, {
      ...capture("Shown", LATER),
      record: {
        fullName: "Ada Brightwater",
        publicId: "ada-brightwater",
        about: "A long text of the page",
      },
    });
    const answer = [{ id: "about", field: "about", taken: [{ field: "about", value: "Short" }] }];
    await storeCapture(db, { ...(await refine(answer, [about])), capturedAt: LATER });
    expect(await person()).toMatchObject({ about: "Short" });
  });

  it("asks nothing of the page where nothing was taught, and nothing of a page without a record", async () => {
    const plain = capture("Read");
    expect(await refineCapture(plain, { lessonsFor: async () => [], ask, askRows: ask })).toBe(
      plain,
    );
    const refused: Capture = { ...plain, kind: null };
    delete refused.record;
    expect(
      await refineCapture(refused, { lessonsFor: async () => [lesson], ask, askRows: ask }),
    ).toBe(refused);
  });

  it("believes no answer that is none, and none to another question", async () => {
    for (const answer of [
      undefined,
      "x",
      [{ ...found, taken: [{ field: "headline", value: "" }] }],
      [{ ...found, id: "other" }],
      [{ ...found, taken: [{ field: "fullName", value: "Somebody" }] }],
    ]) {
      const { record } = await refine(answer);
      expect(record).toMatchObject({ headline: "Read", fullName: "Ada Brightwater" });
    }
  });

  it("tells of a miss only where no other lesson for the field held", async () => {
    const second = { ...lesson, id: "second" };
    const missed = { id: "second", field: "headline", miss: "changed" as const };
    const both = await refine([missed, found], [second, lesson]);
    expect(both.taught).toEqual([found]);
    expect((await refine([missed], [second])).taught).toEqual([missed]);
  });

  it("is kept on the device by kind, family and part of page, and forgotten when asked", async () => {
    await keepLesson(db, lesson);
    await keepLesson(db, { ...lesson, id: "job", kind: "job" });
    await db._taught.put({
      id: "forged",
      kind: "profile",
      family: "sdui",
      part: "",
      field: "headline",
      anchor: { scope: { by: "main", name: "<script>" } },
    });
    const structure = { kind: "profile", family: "sdui", part: "" } as const;
    expect(await lessonsFor(db, structure)).toEqual([lesson]);
    expect(await lessonsFor(db, { ...structure, part: "experience" })).toEqual([]);
    await forgetLesson(db, lesson.id);
    expect(await lessonsFor(db, structure)).toEqual([]);
  });
});
