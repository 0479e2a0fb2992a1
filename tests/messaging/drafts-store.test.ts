import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import {
  dropKept,
  forgetKept,
  keepStroke,
  readKept,
  type DraftFields,
} from "@/lib/messaging/kept-draft";
import * as store from "@/lib/messaging/store/drafts";
import { markSent } from "@/lib/messaging/store/sent";
import { allTemplateStats, applyUndo, saveTemplate } from "@/lib/messaging/store/templates";
import { memoryStorage } from "../contacts/memory-storage";

let db: RapportDb;
let made = 0;
let personId = "";
beforeEach(async () => {
  made += 1;
  db = connect(`drafts-${made}`);
  const { ids } = await save(db, [{ table: "people", fields: { fullName: "Maëlle" } }]);
  personId = ids[0]!;
});
afterEach(() => db.delete());

function draft(more: Partial<DraftFields> = {}): DraftFields {
  return { personId, form: "message", text: "Hello Maëlle", language: "en", ...more };
}

describe("a draft", () => {
  it("is one row from its first stroke to its last, and found again", async () => {
    const id = store.newDraftId();
    await store.saveDraft(id, draft({ subject: "S", form: "email" }), db);
    await store.saveDraft(id, draft({ text: "Hello again", form: "email" }), db);
    expect(await db.messages.count()).toBe(1);
    const row = await store.readDraft(personId, db);
    expect(row).toMatchObject({ id, status: "draft", content: "Hello again", form: "email" });
    expect(row?.subject).toBeUndefined();
    await store.discardDraft(id, db);
    expect(await store.readDraft(personId, db)).toBeUndefined();
  });

  it("of several, the one worked on last is gone on with", async () => {
    const [one, two] = [store.newDraftId(), store.newDraftId()];
    const now = Date.now();
    await store.saveDraft(one, draft({ text: "one" }), db, now);
    await store.saveDraft(two, draft({ text: "two" }), db, now + 5);
    await store.saveDraft(one, draft({ text: "one more" }), db, now + 10);
    expect((await store.readDraft(personId, db))?.id).toBe(one);
  });
});

describe("marked as sent", () => {
  it("a draft is a sent message, a moment of the history, and one more use of its template", async () => {
    const { ids } = await saveTemplate({ fields: { name: "T", content: "Hi" } }, db);
    const id = store.newDraftId();
    const sent = draft({ templateId: ids[0]!, form: "note" });
    await store.saveDraft(id, sent, db);
    const now = new Date(Date.now() + 1_000);
    const { undo } = await markSent(db, { messageId: id, at: now.toISOString(), draft: sent });
    expect(await db.messages.get(id)).toMatchObject({
      status: "sent",
      direction: "sent",
      channel: "linkedIn",
      sentAt: now.toISOString(),
    });
    const [moment] = await db.interactions.toArray();
    expect(moment).toMatchObject({ type: "connectionRequest", messageId: id, content: sent.text });
    expect((await db.people.get(personId))?.lastInteractionAt).toBe(now.toISOString());
    expect((await allTemplateStats(db)).get(ids[0]!)).toMatchObject({ used: 1 });

    await applyUndo(undo, db);
    expect(await db.messages.get(id)).toMatchObject({ status: "draft", content: sent.text });
    expect(await db.interactions.count()).toBe(0);
    expect((await db.people.get(personId))?.lastInteractionAt).toBeUndefined();
  });

  it("does not set the last contact back, and works for a template that is gone", async () => {
    const later = "2099-01-01T00:00:00.000Z";
    await save(db, [{ table: "people", id: personId, fields: { lastInteractionAt: later } }]);
    const gone = "0190b0c0-0000-7000-8000-000000000099";
    await markSent(db, {
      messageId: store.newDraftId(),
      at: new Date().toISOString(),
      draft: draft({ templateId: gone }),
    });
    expect((await db.people.get(personId))?.lastInteractionAt).toBe(later);
    expect(await db.messages.where("status").equals("sent").count()).toBe(1);
  });
});

describe("strokes", () => {
  it("are kept at once, and rescued at the next opening if the screen closed first", async () => {
    const storage = memoryStorage();
    const id = store.newDraftId();
    keepStroke(id, draft({ text: "Hello Ma" }), storage);
    expect(await store.rescueKept(db, storage)).toBe(1);
    expect((await store.readDraft(personId, db))?.content).toBe("Hello Ma");
    expect(readKept(storage)).toEqual([]);
  });

  it("typed since the save stay", () => {
    const storage = memoryStorage();
    keepStroke("a", draft({ text: "newer" }), storage);
    dropKept("a", draft({ text: "older" }), storage);
    expect(readKept(storage)).toHaveLength(1);
  });

  it("of a message sent from another screen since stay what they are: sent", async () => {
    const storage = memoryStorage();
    const id = store.newDraftId();
    keepStroke(id, draft({ text: "older" }), storage);
    await markSent(db, {
      messageId: id,
      at: new Date().toISOString(),
      draft: draft({ text: "sent" }),
    });
    await store.rescueKept(db, storage);
    expect(await db.messages.get(id)).toMatchObject({ status: "sent", content: "sent" });
  });

  it("thrown away do not come back", () => {
    const storage = memoryStorage();
    keepStroke("a", draft(), storage);
    forgetKept("a", storage);
    expect(readKept(storage)).toEqual([]);
  });

  it("of a person erased since, or unreadable, do no harm", async () => {
    const storage = memoryStorage();
    storage.setItem("rapport.message.x", "{broken");
    keepStroke("y", draft({ personId: "0190b0c0-0000-7000-8000-000000000077" }), storage);
    expect(await store.rescueKept(db, storage)).toBe(1);
    expect(await db.messages.count()).toBe(0);
  });
});

describe("own messages", () => {
  it("are those that were sent, the latest first", async () => {
    for (const text of ["one", "two"])
      await markSent(db, {
        messageId: store.newDraftId(),
        at: new Date().toISOString(),
        draft: draft({ text }),
      });
    await store.saveDraft(store.newDraftId(), draft(), db);
    expect((await store.ownMessages(10, db)).map(({ content }) => content)).toEqual(["two", "one"]);
  });
});
