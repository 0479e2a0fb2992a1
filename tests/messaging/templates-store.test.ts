import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import * as store from "@/lib/messaging/store/templates";
import { idOf } from "./people";

let db: RapportDb;
let made = 0;
beforeEach(() => {
  made += 1;
  db = connect(`templates-${made}`);
});
afterEach(() => db.delete());

async function add(fields: store.TemplateFields): Promise<string> {
  const { ids } = await store.saveTemplate({ fields: { name: "T", ...fields } }, db);
  return ids[0]!;
}
async function defaults(): Promise<string[]> {
  const rows = await store.listTemplates(db);
  return rows.filter(({ isDefault }) => isDefault).map(({ id }) => id);
}

describe("a template", () => {
  it("is made, changed, and an emptied field is cleared", async () => {
    const id = await add({ name: "Hello", subject: "S", content: "Hi {firstName}", tags: ["a"] });
    await store.saveTemplate({ id, fields: { name: "Hello 2", subject: "", tags: ["b"] } }, db);
    const row = await store.readTemplate(id, db);
    expect(row).toMatchObject({ name: "Hello 2", content: "Hi {firstName}", tags: ["b"] });
    expect(row?.subject).toBeUndefined();
  });

  it("is copied under another name, without the shortcut, and not as the default", async () => {
    const id = await add({ content: "Text", shortcut: "hi", category: "thanks" });
    const { ids } = await store.duplicateTemplate(id, "Copy", db);
    expect(await store.readTemplate(ids[0]!, db)).toMatchObject({ name: "Copy", content: "Text" });
    expect((await store.readTemplate(ids[0]!, db))?.shortcut).toBeUndefined();
    expect(await defaults()).toEqual([id]);
  });

  it("is its occasion's default when it is the first; another takes over when asked, put away or deleted", async () => {
    const one = await add({ category: "thanks" });
    const two = await add({ category: "thanks" });
    const other = await add({ category: "followUp" });
    expect(await defaults()).toEqual([one, other].toSorted());
    await store.makeDefault(two, db);
    expect(await defaults()).toEqual([two, other].toSorted());
    await store.saveTemplate({ id: two, fields: { isActive: false } }, db);
    expect(await defaults()).toEqual([one, other].toSorted());
    await store.deleteTemplate(one, db);
    expect(await defaults()).toEqual([other]);
  });

  it("comes back with its place when its deletion is undone", async () => {
    const one = await add({ category: "thanks" });
    const two = await add({ category: "thanks" });
    const { undo } = await store.deleteTemplate(one, db);
    expect(await defaults()).toEqual([two]);
    await store.applyUndo(undo, db);
    expect(await defaults()).toEqual([one]);
  });
});

describe("a file of templates", () => {
  it("brings into another notebook what stood in the first, once", async () => {
    await add({ name: "A", content: "Hi", category: "thanks", tags: ["x"], shortcut: "a" });
    await add({ name: "B", content: "Ho", form: "email", emailType: "welcome", subject: "S" });
    const text = await store.exportTemplates(new Date("2026-11-20T00:00:00Z"), db);
    const other = connect(`templates-${made}-other`);
    const { added, known } = await store.importTemplates(text, other);
    expect([added, known]).toEqual([2, 0]);
    const rows = await store.listTemplates(other);
    expect(
      rows.map(({ name, content, tags, shortcut, emailType }) => [
        name,
        content,
        tags,
        shortcut,
        emailType,
      ]),
    ).toEqual([
      ["A", "Hi", ["x"], "a", undefined],
      ["B", "Ho", undefined, undefined, "welcome"],
    ]);
    expect(rows.every(({ isDefault }) => isDefault)).toBe(true);
    expect(await store.importTemplates(text, other)).toMatchObject({ added: 0, known: 2 });
    await other.delete();
  });

  it("holds nothing of the row: no id, no clock, no owner", async () => {
    await add({ name: "A", content: "Hi" });
    const text = await store.exportTemplates(new Date(), db);
    expect(text).not.toMatch(/"id"|_sync|createdAt|createdBy|isDefault/u);
  });

  it("with entries that are none says how many, and takes the others", async () => {
    const file = {
      kind: "rapport-templates",
      version: 1,
      exportedAt: "2026-11-20T00:00:00.000Z",
      templates: [
        { name: "Good", content: "Hi", id: idOf(9), evil: true },
        { content: "no name" },
        7,
      ],
    };
    const { added, unreadable } = await store.importTemplates(JSON.stringify(file), db);
    expect([added, unreadable]).toEqual([1, 2]);
    const [row] = await store.listTemplates(db);
    expect(row?.id).not.toBe(idOf(9));
    expect(row).not.toHaveProperty("evil");
  });

  it.each(["", "{}", "[1]", '{"kind":"other"}', "<html>"])(
    "that is none changes nothing: %j",
    async (text) => {
      await expect(store.importTemplates(text, db)).rejects.toMatchObject({
        code: "templates-unreadable",
      });
      expect(await store.listTemplates(db)).toEqual([]);
    },
  );
});

describe("what became of templates", () => {
  it("is read from messages that came of one", async () => {
    const id = await add({ content: "Hi" });
    const base = {
      createdAt: "2026-01-01T00:00:00.000Z",
      personId: idOf(1),
      status: "sent" as const,
    };
    await db.messages.bulkAdd([
      { ...base, id: idOf(11), templateId: id, sentAt: "2026-01-02T00:00:00.000Z", replied: true },
      { ...base, id: idOf(12), sentAt: "2026-01-02T00:00:00.000Z" },
    ]);
    const stats = await store.allTemplateStats(db);
    expect([...stats.keys()]).toEqual([id]);
    expect(stats.get(id)).toMatchObject({ used: 1, replied: 1 });
  });
});
