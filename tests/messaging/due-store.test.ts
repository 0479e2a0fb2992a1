import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import { save, type Edit } from "@/lib/data/save";
import * as due from "@/lib/messaging/store/due";
import * as relations from "@/lib/messaging/store/relations";
import { draftSaying, markSent } from "@/lib/messaging/store/sent";
import { saveDraft } from "@/lib/messaging/store/drafts";
import { applyUndo } from "@/lib/messaging/store/templates";
import { idOf } from "./people";
import { keepMessage, keepPerson } from "./rows";
import { daysAgo, NOW } from "./scene";

let db: RapportDb;
let made = 0;
beforeEach(() => {
  made += 1;
  db = connect(`due-${made}`);
});
afterEach(() => db.delete());

const ADA = idOf(1);
const BO = idOf(2);

const person = (id: string, fields?: Edit["fields"]) => keepPerson(db, id, fields);
const message = (id: string, days: number, fields?: Edit["fields"]) =>
  keepMessage(db, id, days, fields);

const rules = async () => (await due.readQueue(db, NOW)).map(({ reason }) => reason.rule);
const touch = async () =>
  (await due.readQueue(db, NOW)).slice(0, 1).map((card) => ({ due: card, title: "T" }));

describe("the day's queue", () => {
  it("is found by index: whoever is due, and nobody else", async () => {
    await person(ADA, { keepInTouchDays: 30, lastInteractionAt: daysAgo(40) });
    await person(BO);
    await person(idOf(3), { tags: ["vip"], lastInteractionAt: daysAgo(400) });
    await person(idOf(4), { contact: { birthday: "11-21" } });
    await person(idOf(5), { jobChange: { at: daysAgo(2), toCompany: "Quillmark" } });
    await message(BO, 3);
    await relations.setKeepInTouchTag("vip", 90, db);
    const cards = await due.readQueue(db, NOW);
    expect(cards.map(({ personId, reason }) => [personId, reason.rule])).toEqual([
      [BO, "answer"],
      [idOf(4), "birthday"],
      [idOf(5), "jobChange"],
      [idOf(3), "keepInTouch"],
      [ADA, "keepInTouch"],
    ]);
  });

  it("believes a later call over an old date, and an import over nothing once it is undone", async () => {
    await person(ADA, {
      keepInTouchDays: 30,
      lastInteractionAt: daysAgo(40),
      company: "Quillmark",
    });
    await save(db, [
      { table: "interactions", fields: { personId: ADA, type: "call", at: daysAgo(10) } },
    ]);
    expect(await rules()).toEqual([]);
    const record = (state: string) => ({
      id: "one",
      at: daysAgo(1),
      state,
      jobChanges: [
        {
          personId: ADA,
          label: "",
          kind: "newCompany",
          before: {},
          after: { company: "Quillmark" },
        },
      ],
    });
    await db._imports.put(record("done"));
    expect(await rules()).toEqual(["jobChange"]);
    await db._imports.put(record("undone"));
    expect(await rules()).toEqual([]);
  });

  it("what is done, skipped or put off leaves it, comes back by its time, and by undo", async () => {
    await person(ADA);
    await message(ADA, 3);
    const done = await due.finishDue(await touch(), "done", db, NOW);
    expect(await rules()).toEqual([]);
    expect(await db.tasks.toArray()).toMatchObject([
      { rule: "answer", status: "done", title: "T" },
    ]);
    await applyUndo(done.undo, db);
    expect(await rules()).toEqual(["answer"]);

    await due.snoozeDue(await touch(), daysAgo(-2), db);
    expect(await rules()).toEqual([]);
    const later = await due.readQueue(db, new Date(daysAgo(-3)));
    expect(later.map(({ reason }) => reason.rule)).toEqual(["answer"]);
  });

  it("a reminder comes at its time", async () => {
    await person(ADA);
    await due.remind({ personId: ADA, title: "Write to Ada", at: daysAgo(-1) }, db);
    expect(await rules()).toEqual([]);
    expect(await due.readQueue(db, new Date(daysAgo(-2)))).toMatchObject([
      { kind: "message", reason: { rule: "byHand", title: "Write to Ada" } },
    ]);
    expect((await relations.readRelation(ADA, db))?.reminders).toHaveLength(1);
  });

  it("never means never: queue, reminders and sequences end in one step, and undo brings all of it back", async () => {
    await person(ADA, { keepInTouchDays: 10, lastInteractionAt: daysAgo(40) });
    await message(ADA, 3);
    await due.remind({ personId: ADA, title: "Write", at: daysAgo(1) }, db);
    await save(db, [
      {
        table: "enrolments",
        id: idOf(30),
        create: true,
        fields: { campaignId: idOf(31), personId: ADA, status: "active" },
      },
    ]);
    const never = await due.setMayContact(ADA, false, db, NOW);
    expect(await rules()).toEqual([]);
    expect(await db.enrolments.get(idOf(30))).toMatchObject({
      status: "stopped",
      endReason: "doNotContact",
    });
    expect((await relations.readRelations(db, NOW)).losing).toEqual([]);
    await applyUndo(never.undo, db);
    expect(await rules()).toEqual(["byHand"]);
  });
});

const draft = (more = {}) => ({
  personId: ADA,
  form: "message" as const,
  text: "Gladly, on Thursday!",
  language: "en",
  ...more,
});

describe("sent", () => {
  it("from the desk: message, history and task in one step, once", async () => {
    await person(ADA);
    await message(ADA, 3);
    const id = idOf(60);
    await saveDraft(id, draft(), db);
    await due.beginDue(await touch(), id, db);
    expect(await rules()).toEqual(["answer"]);

    const at = daysAgo(0);
    const sent = await markSent(db, { messageId: id, at });
    expect(await rules()).toEqual([]);
    expect(await db.messages.get(id)).toMatchObject({ status: "sent", sentAt: at });
    expect(await db.tasks.toArray()).toMatchObject([{ status: "done", messageId: id }]);
    expect((await markSent(db, { messageId: id, at })).undo).toEqual([]);
    expect(await db.interactions.count()).toBe(1);

    await applyUndo(sent.undo, db);
    expect(await rules()).toEqual(["answer"]);
  });

  it("as a captured conversation shows: found by its words, kept as it was really said", async () => {
    await person(ADA);
    const id = idOf(61);
    await saveDraft(id, draft(), db);
    expect(await draftSaying(db, ADA, "Something else")).toBeUndefined();
    const found = await draftSaying(db, ADA, "gladly — on\n Thursday");
    expect(found?.id).toBe(id);
    await markSent(db, { messageId: id, at: daysAgo(0), text: "Gladly, on Friday!" });
    expect((await db.messages.get(id))?.content).toBe("Gladly, on Friday!");
  });

  it("by its task alone, and its sequence moves on", async () => {
    await person(ADA);
    const steps = {
      one: { pos: "a", kind: "connectionRequest" },
      two: { pos: "b", kind: "message", delayDays: 3 },
    };
    await save(db, [
      { table: "campaigns", id: idOf(31), create: true, fields: { name: "C", steps } },
      {
        table: "enrolments",
        id: idOf(30),
        create: true,
        fields: { campaignId: idOf(31), personId: ADA, status: "active", stepId: "one" },
      },
      {
        table: "tasks",
        id: idOf(32),
        create: true,
        fields: {
          title: "Invite",
          kind: "connectionRequest",
          personId: ADA,
          enrolmentId: idOf(30),
          campaignId: idOf(31),
          stepId: "one",
          status: "open",
          dueAt: daysAgo(1),
        },
      },
    ]);
    expect(await rules()).toEqual(["campaign"]);
    await markSent(db, { taskId: idOf(32), at: daysAgo(0), text: "Hello" });
    expect(await db.messages.toArray()).toMatchObject([
      { form: "note", content: "Hello", taskId: idOf(32) },
    ]);
    expect(await db.enrolments.get(idOf(30))).toMatchObject({
      stepId: "two",
      nextDueAt: daysAgo(-3),
      done: { one: daysAgo(0) },
    });
    expect(await rules()).toEqual([]);
    await expect(markSent(db, { taskId: idOf(99), at: daysAgo(0) })).rejects.toThrow("unknown-row");
  });

  it("is counted against what one set, and a limit can be lifted", async () => {
    await person(ADA);
    await markSent(db, { messageId: idOf(62), at: daysAgo(0), draft: draft({ form: "note" }) });
    const [notes, invitations] = await due.readBudget(db, NOW);
    expect(notes).toEqual({ what: "notes", used: 1, limit: 5 });
    expect(invitations).toMatchObject({ used: 1 });
    await due.saveLimits({ messagesPerDay: 3 }, db);
    expect(await due.readBudget(db, NOW)).toEqual([
      { what: "notes", used: 1 },
      { what: "invitations", used: 1 },
      { what: "messages", used: 0, limit: 3 },
    ]);
  });
});

it("notes that one has applied when one is done with applying, and takes both back together", async () => {
  const job = idOf(70);
  const fields = { jobId: job, direction: "sent", stage: "saved", createdAt: daysAgo(5) };
  await save(db, [
    { table: "jobs", id: job, create: true, fields: { title: "Archivist" } },
    { table: "applications", id: idOf(71), create: true, fields },
  ]);
  expect(await rules()).toEqual(["toApply"]);
  const { undo } = await due.finishDue(await touch(), "done", db, NOW);
  expect(await db.applications.get(idOf(71))).toMatchObject({
    stage: "applied",
    appliedAt: NOW.toISOString(),
  });
  expect(await rules()).toEqual([]);
  await applyUndo(undo, db);
  expect(await rules()).toEqual(["toApply"]);
  await due.finishDue(await touch(), "skipped", db, NOW);
  expect((await db.applications.get(idOf(71)))?.stage).toBe("saved");
});
