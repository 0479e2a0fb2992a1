import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepDraft, leftDrafts } from "@/lib/contacts/drafts";
import {
  allEntries,
  applyUndo,
  eraseRow,
  newestEntries,
  readPerson,
  rescueDrafts,
  saveField,
  saveNotes,
  setTag,
  tagCounts,
} from "@/lib/contacts/store";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { memoryStorage } from "./memory-storage";

let db: RapportDb;
let made = 0;
beforeEach(() => {
  made += 1;
  db = connect(`contacts-${made}`);
});
afterEach(() => db.delete());

async function addPerson(fullName: string): Promise<string> {
  const { ids } = await save(db, [{ table: "people", fields: { fullName } }]);
  return ids[0] ?? "";
}

const person = async (id: string) => {
  const row = await readPerson(id, db);
  if (!row) throw new Error("nobody there");
  return row;
};

describe("notes", () => {
  it("are kept, and taken back by their undo", async () => {
    const id = await addPerson("Ada Orme");
    await saveNotes("people", id, "Met at the fair", db);
    const { undo } = await saveNotes("people", id, "Met at the fair. Call in May.", db);
    expect((await person(id)).notes).toBe("Met at the fair. Call in May.");
    await applyUndo(undo, db);
    expect((await person(id)).notes).toBe("Met at the fair");
  });

  it("leave the row when they are emptied", async () => {
    const id = await addPerson("Ada Orme");
    await saveNotes("people", id, "x", db);
    await saveNotes("people", id, "  \n", db);
    expect(await person(id)).not.toHaveProperty("notes");
  });

  it("typed into a screen that closed too early are saved at the next opening", async () => {
    const id = await addPerson("Ada Orme");
    const storage = memoryStorage();
    keepDraft({ table: "people", id, text: "half a tho" }, storage);
    keepDraft(
      { table: "people", id: "00000000-0000-7000-8000-00000000dead", text: "gone" },
      storage,
    );
    expect(await rescueDrafts(leftDrafts(storage), db, storage)).toBe(2);
    expect((await person(id)).notes).toBe("half a tho");
    expect(storage.length).toBe(0);
  });
});

describe("tags", () => {
  it("are put on several rows at once, counted from the index, and taken off", async () => {
    const ids = [await addPerson("Ada Orme"), await addPerson("Bo Lind")];
    await setTag("people", ids, "Évènement", true, db);
    const { undo } = await setTag("people", [ids[0] ?? ""], "vip", true, db);
    expect(await tagCounts("people", db)).toEqual([
      { tag: "Évènement", count: 2 },
      { tag: "vip", count: 1 },
    ]);
    await applyUndo(undo, db);
    expect((await person(ids[0] ?? "")).tags).toEqual(["Évènement"]);
  });
});

describe("a field a person types", () => {
  it("carries their passport", async () => {
    const id = await addPerson("Ada Orme");
    await saveField("people", id, "location", "Lyon", db, new Date("2026-05-01T10:00:00Z"));
    const { location, passport } = await person(id);
    expect(location).toBe("Lyon");
    expect(passport?.["location"]).toEqual({ source: "user", at: "2026-05-01T10:00:00.000Z" });
  });

  it("is refused when the row cannot do without it", async () => {
    const id = await addPerson("Ada Orme");
    await expect(saveField("people", id, "fullName", null, db)).rejects.toMatchObject({
      code: "invalid-row",
    });
  });
});

describe("the list", () => {
  it("gives the newest first for the first screen", async () => {
    await addPerson("Ada Orme");
    await addPerson("Bo Lind");
    expect((await newestEntries("people", 1, db)).map(({ title }) => title)).toEqual(["Bo Lind"]);
  });

  it("follows edits, additions and erasures without reading everyone again", async () => {
    const id = await addPerson("Ada Orme");
    const other = await addPerson("Bo Lind");
    const names = async () => (await allEntries("people", db)).map(({ title }) => title).toSorted();
    expect(await names()).toEqual(["Ada Orme", "Bo Lind"]);
    await saveField("people", id, "fullName", "Ada Marchetti", db);
    await addPerson("Cy Falk");
    await eraseRow("people", other, db);
    expect(await names()).toEqual(["Ada Marchetti", "Cy Falk"]);
  });

  it("reads all again after a large write, beyond one slice", async () => {
    const edits = Array.from({ length: 1200 }, (_, i) => ({
      table: "people" as const,
      fields: { fullName: `Person ${i}` },
    }));
    expect(await allEntries("people", db)).toHaveLength(0);
    await save(db, edits);
    expect(await allEntries("people", db)).toHaveLength(1200);
  });

  it("brings back an erased row by its undo", async () => {
    const id = await addPerson("Ada Orme");
    const { undo } = await eraseRow("people", id, db);
    expect(await readPerson(id, db)).toBeNull();
    await applyUndo(undo, db);
    expect((await person(id)).fullName).toBe("Ada Orme");
  });
});
