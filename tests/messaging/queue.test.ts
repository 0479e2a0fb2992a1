import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance } from "@/lib/messaging/due/advance";
import { occasionFor, templateFor } from "@/lib/messaging/due/occasion";
import { dueByRule, queueOf } from "@/lib/messaging/due/queue";
import { whereIs, whereJobIs, whereToSend } from "@/lib/messaging/due/where";
import { sendBudget, usualLimits } from "@/lib/messaging/send-budget";
import { starterId } from "@/lib/messaging/starter/starter";
import type { Task } from "@/lib/model/task";
import type { Template } from "@/lib/model/template";
import { idOf } from "./people";
import { daysAgo, message, NOW, person, received, scene, talk } from "./scene";

const ADA = person(1);
const task = (more: Partial<Task> = {}): Task => ({
  id: idOf(50),
  createdAt: daysAgo(20),
  title: "Write to Ada",
  personId: ADA.id,
  status: "open",
  dueAt: daysAgo(1),
  ...more,
});

const template = (more: Partial<Template>): Template => ({
  id: idOf(90),
  createdAt: daysAgo(1),
  name: "T",
  form: "message",
  language: "en",
  ...more,
});

const onDay = (day: number) => ({ sentAt: new Date(2026, 10, day, 9).toISOString() });

describe("the queue", () => {
  it("begins with what one set oneself, then with who waits, one card a person", () => {
    const bo = person(2, { keepInTouchDays: 10, lastInteractionAt: daysAgo(20) });
    const ground = scene([ADA, bo], {
      messages: [received(ADA.id, 4), received(bo.id, 2)],
      moves: [{ personId: bo.id, at: daysAgo(1), company: "Quillmark" }],
    });
    const cards = queueOf(dueByRule(ground), [task()], ground);
    expect(cards.map(({ personId, reason }) => [personId, reason.rule])).toEqual([
      [ADA.id, "byHand"],
      [bo.id, "answer"],
    ]);
    expect(cards[0]?.also.map(({ reason }) => reason.rule)).toEqual(["answer"]);
    expect(cards[1]?.also.map(({ reason }) => reason.rule)).toEqual(["jobChange", "keepInTouch"]);
  });

  it("leaves out what is done, skipped, put off or not yet due", () => {
    const ground = scene([ADA], { messages: [received(ADA.id, 4)] });
    const [due] = dueByRule(ground);
    const queued = (more: Partial<Task>) =>
      queueOf([due!], [task({ id: due!.taskId, rule: "answer", ...more })], ground).length;
    expect(queued({ status: "done" })).toBe(0);
    expect(queued({ status: "skipped" })).toBe(0);
    expect(queued({ status: "snoozed", snoozedUntil: daysAgo(-2) })).toBe(0);
    expect(queued({ status: "snoozed", snoozedUntil: daysAgo(1) })).toBe(1);
    expect(queueOf([], [task({ dueAt: daysAgo(-3) })], ground)).toEqual([]);
  });

  it("drops what the facts no longer carry, and keeps what was put off beyond its days", () => {
    const ground = scene([ADA]);
    expect(queueOf([], [task({ rule: "answer" })], ground)).toEqual([]);
    const birthday = task({ rule: "birthday", kind: "congratulate", title: "Congratulate Ada" });
    expect(queueOf([], [birthday], ground)).toMatchObject([
      { kind: "congratulate", reason: { rule: "byHand", title: "Congratulate Ada" } },
    ]);
  });

  it("has nobody in it who said no, whatever speaks for them", () => {
    fc.assert(
      fc.property(
        fc.record({
          days: fc.integer({ min: 0, max: 59 }),
          interval: fc.integer({ min: 1, max: 60 }),
          isReceived: fc.boolean(),
          birthday: fc.constantFrom("11-21", "11-20", "01-01"),
        }),
        ({ days, interval, isReceived, birthday }) => {
          const no = person(7, {
            doNotContact: true,
            keepInTouchDays: interval,
            contact: { birthday },
          });
          const ground = scene([no], {
            messages: [isReceived ? received(no.id, days) : message(no.id, days)],
            moves: [{ personId: no.id, at: daysAgo(days / 2), company: "Quillmark" }],
            interactions: [talk(no.id, days % 4, "meeting")],
          });
          const own = task({ personId: no.id });
          const ofCampaign = task({ id: idOf(51), personId: no.id, campaignId: idOf(52) });
          expect(queueOf(dueByRule(ground), [own, ofCampaign], ground)).toEqual([]);
        },
      ),
    );
  });
});

describe("where a text is pasted", () => {
  const there = person(8, { publicId: "ada-brightwater", profileUrl: "https://evil.example/" });
  it("is the conversation, else the profile; for a note always the profile, for a mail no page", () => {
    const last = message(ADA.id, 1, { threadId: "2-abc_DEF==" });
    expect(whereToSend({ form: "message", person: there, last })).toBe(
      "https://www.linkedin.com/messaging/thread/2-abc_DEF==/",
    );
    const profile = "https://www.linkedin.com/in/ada-brightwater/";
    expect(whereToSend({ form: "note", person: there, last })).toBe(profile);
    expect(whereToSend({ form: "message", person: there })).toBe(profile);
    expect(whereToSend({ form: "email", person: there, last })).toBeUndefined();
  });

  it("is no address that came from elsewhere", () => {
    for (const threadId of ["../../feed", "https://evil.example", "a b", ""]) {
      const last = message(ADA.id, 1, { threadId });
      expect(whereToSend({ form: "message", person: there, last })).toContain("/in/");
    }
    for (const profileUrl of [
      "javascript:alert(1)",
      "https://evil.example/in/x/",
      "https://linkedin.com.evil.example/in/x/",
      "http://www.linkedin.com/in/x/",
    ])
      expect(whereIs(person(9, { profileUrl }))).toBeUndefined();
    const job = { id: idOf(3), createdAt: daysAgo(1), title: "Archivist" };
    expect(whereJobIs({ ...job, url: "javascript:alert(1)" })).toBeUndefined();
    expect(whereJobIs({ ...job, externalId: "123" })).toContain("/jobs/view/123/");
  });
});

describe("what a draft begins with", () => {
  const [due] = dueByRule(scene([ADA], { messages: [message(ADA.id, 9)] }));

  it("is the text made for the occasion, else the default of its kind", () => {
    const made = template({ id: starterId("en", "message-no-answer"), category: "followUp" });
    const usual = template({ id: idOf(91), category: "followUp", isDefault: true });
    const wish = { form: "message", language: "en" } as const;
    const occasion = occasionFor(due!);
    expect(templateFor(occasion, [usual, made], wish)?.id).toBe(made.id);
    const put = { ...made, isActive: false };
    expect(templateFor(occasion, [usual, put], wish)?.id).toBe(usual.id);
  });

  it("is nothing for an answer, which goes by the way the question came", () => {
    const mail = received(ADA.id, 2, { channel: "email", subject: "Your talk" });
    const [answer] = dueByRule(scene([ADA], { messages: [mail] }));
    const occasion = occasionFor(answer!, mail);
    expect(occasion).toMatchObject({ isBlank: true, form: "email", subject: "Re: Your talk" });
    expect(
      templateFor(occasion, [template({})], { form: "email", language: "en" }),
    ).toBeUndefined();
  });
});

describe("a sequence", () => {
  const steps = {
    one: { pos: "a", kind: "connectionRequest" as const },
    two: { pos: "b", kind: "message" as const, delayDays: 3 },
  };
  it("moves on to the next step, then ends", () => {
    const at = daysAgo(0);
    expect(advance({ stepId: "one" }, { steps }, { stepId: "one", at })).toEqual({
      "done/one": at,
      stepId: "two",
      status: "active",
      nextDueAt: daysAgo(-3),
    });
    expect(advance({ stepId: "two" }, { steps }, { stepId: "two", at })).toMatchObject({
      status: "completed",
      nextDueAt: null,
    });
  });

  it("is not set back by a step that was passed", () => {
    const at = daysAgo(0);
    expect(advance({ stepId: "two" }, { steps }, { stepId: "one", at })).toEqual({
      "done/one": at,
    });
  });
});

describe("the meter", () => {
  it("counts notes of the month, invitations of the week and messages of the day, and no mail", () => {
    const now = new Date(2026, 10, 21, 12);
    const sent = [
      message(ADA.id, 0, { ...onDay(2), form: "note" }),
      message(ADA.id, 0, { ...onDay(21), form: "note" }),
      message(ADA.id, 0, onDay(21)),
      message(ADA.id, 0, onDay(20)),
      message(ADA.id, 0, { ...onDay(21), channel: "email", form: "email" }),
      received(ADA.id, 0, onDay(21)),
    ];
    const invited = [onDay(21).sentAt, onDay(16).sentAt, onDay(15).sentAt];
    expect(sendBudget(sent, invited, usualLimits("free"), now)).toEqual([
      { what: "notes", used: 2, limit: 5 },
      { what: "invitations", used: 2, limit: 80 },
      { what: "messages", used: 1, limit: 25 },
    ]);
    expect(sendBudget([], [], {}, NOW)[0]).toEqual({ what: "notes", used: 0 });
  });
});
