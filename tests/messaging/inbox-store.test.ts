import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import type { Edit } from "@/lib/data/save";
import * as due from "@/lib/messaging/store/due";
import { readConversation, readInbox } from "@/lib/messaging/store/inbox";
import * as relations from "@/lib/messaging/store/relations";
import { idOf } from "./people";
import { keepMessage, keepPerson } from "./rows";
import { daysAgo, NOW } from "./scene";

let db: RapportDb;
let made = 0;
beforeEach(() => {
  made += 1;
  db = connect(`inbox-${made}`);
});
afterEach(() => db.delete());

const ADA = idOf(1);
const BO = idOf(2);

const person = (id: string, fields?: Edit["fields"]) => keepPerson(db, id, fields);
const message = (id: string, days: number, fields?: Edit["fields"]) =>
  keepMessage(db, id, days, fields);

const rules = async () => (await due.readQueue(db, NOW)).map(({ reason }) => reason.rule);

describe("the inbox", () => {
  it("says whose turn it is, and what is done there is done on the desk", async () => {
    await person(ADA);
    await person(BO);
    await message(ADA, 9, { direction: "sent" });
    await message(ADA, 3);
    await message(BO, 8, { direction: "sent" });
    await message(BO, 1, { status: "draft", direction: "sent" });
    const inbox = await readInbox(50, db, NOW);
    expect(inbox.map(({ person: { id }, state }) => [id, state])).toEqual([
      [ADA, "toAnswer"],
      [BO, "waiting"],
    ]);
    expect(await readConversation(ADA, db)).toHaveLength(2);

    const first = [{ due: inbox[0]!.due, title: "T" }];
    await due.snoozeDue(first, daysAgo(-2), db);
    expect(await readInbox(50, db, NOW)).toMatchObject([
      { state: "snoozed", until: daysAgo(-2) },
      {},
    ]);
    expect(await rules()).toEqual(["followUp"]);
    await message(ADA, 0.1);
    expect(await readInbox(50, db, NOW)).toMatchObject([{ state: "toAnswer" }, {}]);
  });

  it("shows the newest so many people, and none that was erased", async () => {
    for (let at = 1; at <= 5; at++) {
      if (at !== 5) await person(idOf(at));
      await message(idOf(at), at);
    }
    const inbox = await readInbox(3, db, NOW);
    expect(inbox.map(({ person: { id } }) => id)).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(await readInbox(50, db, NOW)).toHaveLength(4);
  });
});

describe("relations", () => {
  it("name whom one loses and why, whose birthday comes, and who fell silent", async () => {
    await person(ADA, { keepInTouchDays: 30, lastInteractionAt: daysAgo(45) });
    await person(BO, { keepInTouchDays: 30, lastInteractionAt: daysAgo(5) });
    await person(idOf(3), { contact: { birthday: "11-25" } });
    await person(idOf(4));
    for (let days = 200; days < 208; days++) await message(idOf(4), days);
    const found = await relations.readRelations(db, NOW);
    expect(found.losing).toMatchObject([
      { person: { id: ADA }, interval: { days: 30 }, last: { at: daysAgo(45) } },
    ]);
    expect(found.keeping).toMatchObject([{ person: { id: BO } }]);
    expect(found.birthdays).toMatchObject([{ person: { id: idOf(3) } }]);
    expect(found.fading).toMatchObject([{ person: { id: idOf(4) }, count: 8 }]);
    await relations.setKeepInTouch(idOf(4), 90, db);
    const after = await relations.readRelations(db, NOW);
    expect(after.fading).toEqual([]);
    expect(after.losing.map(({ person: { id } }) => id)).toContain(idOf(4));
  });
});
