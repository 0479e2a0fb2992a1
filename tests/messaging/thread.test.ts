import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Capture, Participant, ThreadMessage } from "@/lib/capture/capture";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { storeThread } from "@/lib/messaging/store/thread";

let db: RapportDb;
let count = 0;
beforeEach(() => {
  count += 1;
  db = connect(`thread-${count}`);
});
afterEach(async () => {
  db.close();
  await Dexie.delete(db.name);
});

const ORLA = {
  fullName: "Orla Fennimere",
  publicId: "orla-fennimere",
  memberUrn: "urn:li:fsd_profile:ACoAAtest1",
};

const sent: ThreadMessage = {
  externalId: "2-a",
  direction: "sent",
  sender: "Own Writer",
  at: "2026-11-03T12:04:11.007Z",
  text: "Hello Orla,\ndoes the lamp turn?",
};
const answer: ThreadMessage = {
  externalId: "2-b",
  direction: "received",
  sender: "Orla Fennimere",
  senderId: "ACoAAtest1",
  at: "2026-11-03T12:05:02.000Z",
  text: "It does.",
};

function thread(messages: ThreadMessage[], participants: Participant[] = [ORLA]): Capture {
  return {
    kind: "thread",
    family: "ember",
    url: "https://www.linkedin.com/messaging/thread/2-lamp==/",
    capturedAt: "2026-11-21T00:00:00.000Z",
    record: { threadId: "2-lamp==", participants, messages },
    sections: {},
    problems: [],
    unparsed: [],
  };
}

const messages = async () =>
  (await db.messages.toArray()).toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));

describe("a captured conversation", () => {
  it("becomes messages and moments of the person, and tells who answered", async () => {
    const stored = await storeThread(db, thread([sent, answer]));
    expect(stored).toMatchObject({
      name: "Orla Fennimere",
      counts: { created: 2, known: 0, sent: 0 },
    });
    const [first, second] = await messages();
    expect(first).toMatchObject({
      direction: "sent",
      status: "sent",
      sentAt: sent.at,
      content: sent.text,
      threadId: "2-lamp==",
      replied: true,
      replyMessageId: second?.id,
    });
    expect(second).toMatchObject({ direction: "received", personId: stored.personId });
    expect(await db.people.get(stored.personId)).toMatchObject({
      publicId: "orla-fennimere",
      lastInteractionAt: answer.at,
    });
    expect((await db.interactions.toArray()).map(({ at }) => at).toSorted()).toEqual([
      sent.at,
      answer.at,
    ]);
  });

  it("captured again, or longer, keeps each message once", async () => {
    await storeThread(db, thread([sent]));
    const again = await storeThread(db, thread([sent, answer]));
    expect(again.counts).toEqual({ created: 1, known: 1, sent: 0 });
    expect((await storeThread(db, thread([sent, answer]))).counts).toEqual({
      created: 0,
      known: 2,
      sent: 0,
    });
    expect([await db.messages.count(), await db.interactions.count()]).toEqual([2, 2]);
  });

  it("keeps two messages of the same words in the same second apart, and finds both again", async () => {
    const twins = [answer, { ...answer, externalId: "2-c" }];
    expect((await storeThread(db, thread(twins))).counts.created).toBe(2);
    expect((await storeThread(db, thread(twins))).counts.known).toBe(2);
    expect(await db.messages.count()).toBe(2);
  });

  it("knows what an export brought, though that has no id and other marks of lines", async () => {
    const { ids } = await save(db, [
      { table: "people", fields: { fullName: "Orla Fennimere", publicId: "orla-fennimere" } },
    ]);
    await save(db, [
      {
        table: "messages",
        fields: {
          personId: ids[0] ?? "",
          createdAt: "2026-11-03T12:04:11.000Z",
          sentAt: "2026-11-03T12:04:11.000Z",
          direction: "sent",
          status: "sent",
          format: "html",
          content: "<p>Hello Orla,</p><p>does the lamp turn?</p>",
          threadId: "2-lamp==",
        },
      },
    ]);
    expect((await storeThread(db, thread([sent]))).counts).toEqual({
      created: 0,
      known: 1,
      sent: 0,
    });
    expect((await messages())[0]).toMatchObject({ externalId: "2-a" });
  });

  it("marks the draft it shows as sent, once, at the moment shown", async () => {
    const { ids } = await save(db, [
      { table: "people", fields: { fullName: "Orla Fennimere", publicId: "orla-fennimere" } },
    ]);
    const personId = ids[0] ?? "";
    const draft = {
      personId,
      form: "message",
      status: "draft",
      content: "Hello Orla, does the lamp turn?",
      language: "en",
    };
    await save(db, [{ table: "messages", fields: draft }]);
    const stored = await storeThread(db, thread([sent, answer]));
    expect(stored.counts).toEqual({ created: 1, known: 0, sent: 1 });
    const row = (await messages()).find(({ direction }) => direction === "sent");
    expect(row).toMatchObject({
      status: "sent",
      sentAt: sent.at,
      externalId: "2-a",
      threadId: "2-lamp==",
    });
    expect(await db.interactions.count()).toBe(2);
    expect((await storeThread(db, thread([sent, answer]))).counts.sent).toBe(0);
    expect(await db.messages.count()).toBe(2);
  });

  it("keeps the day where no time is shown, and asserts no moment", async () => {
    const { at: _, externalId: __, ...plain } = answer;
    await storeThread(db, thread([{ ...plain, day: "2026-11-03" }]));
    const [row] = await messages();
    expect([row?.sentOn, row?.sentAt]).toEqual(["2026-11-03", undefined]);
    expect(await db.interactions.count()).toBe(0);
    expect((await storeThread(db, thread([{ ...plain, day: "2026-11-03" }]))).counts.known).toBe(1);
  });

  it("gives each person of a group what they wrote", async () => {
    const yann = { fullName: "Yann Kerloc’h", publicId: "yann-kerloch" };
    const his = { ...answer, externalId: "2-d", senderId: "yann-kerloch", text: "Me too." };
    await storeThread(db, thread([answer, his], [ORLA, yann]));
    const people = new Map((await db.people.toArray()).map(({ id, fullName }) => [id, fullName]));
    expect((await messages()).map(({ personId }) => people.get(personId))).toEqual(
      expect.arrayContaining(["Orla Fennimere", "Yann Kerloc’h"]),
    );
  });

  it("is gone again after undo, and refuses a conversation with nobody named", async () => {
    const { undo } = await storeThread(db, thread([sent, answer]));
    await save(db, undo);
    expect([
      await db.messages.count(),
      await db.people.count(),
      await db.interactions.count(),
    ]).toEqual([0, 0, 0]);
    await expect(storeThread(db, thread([sent], [{ publicId: "nameless" }]))).rejects.toMatchObject(
      { code: "unreadable" },
    );
  });
});
