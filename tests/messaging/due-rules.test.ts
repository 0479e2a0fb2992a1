import { describe, expect, it } from "vitest";
import { dueByRule } from "@/lib/messaging/due/queue";
import { snoozedUntil, snoozedUntilDay } from "@/lib/messaging/due/snooze";
import type { Application } from "@/lib/model/application";
import { idOf } from "./people";
import { daysAgo, message, NOW, person, received, scene, talk } from "./scene";

const ADA = person(1);
const rulesOf = (...args: Parameters<typeof scene>) =>
  dueByRule(scene(...args)).map(({ reason }) => reason.rule);

const born = (birthday: string) => [person(3, { contact: { birthday } })];

const one = (more: Partial<Application>): Application => ({
  id: idOf(9),
  createdAt: daysAgo(12),
  jobId: idOf(8),
  direction: "sent",
  ...more,
});

const kept = (more: Parameters<typeof person>[1]) => [person(4, more)];

const local = (at: string) => new Date(at).toString().slice(0, 21);

const applied = (more: Partial<Application>) => rulesOf([], { applications: [one(more)] });

describe("somebody waits for an answer", () => {
  it("when they wrote last, and not once one has answered", () => {
    const messages = [message(ADA.id, 9), received(ADA.id, 3)];
    expect(dueByRule(scene([ADA], { messages }))).toMatchObject([
      { kind: "answer", personId: ADA.id, reason: { rule: "answer", at: daysAgo(3) } },
    ]);
    expect(rulesOf([ADA], { messages: [...messages, message(ADA.id, 1)] })).toEqual([]);
  });

  it("but a stranger's first message asks for nothing, and neither does one of last year", () => {
    const stranger = person(2, { degree: 3 });
    expect(rulesOf([stranger], { messages: [received(stranger.id, 1)] })).toEqual([]);
    expect(rulesOf([ADA], { messages: [received(ADA.id, 50)] })).toEqual([]);
  });
});

describe("one's own message is followed up", () => {
  it("after the days one set, and once only", () => {
    expect(rulesOf([ADA], { messages: [message(ADA.id, 6)] })).toEqual([]);
    expect(rulesOf([ADA], { messages: [message(ADA.id, 8)] })).toEqual(["followUp"]);
    expect(rulesOf([ADA], { messages: [message(ADA.id, 8)], followUpDays: 14 })).toEqual([]);
    const twice = [message(ADA.id, 30), message(ADA.id, 8)];
    expect(rulesOf([ADA], { messages: twice })).toEqual([]);
  });

  it("not where the answer was noted beside it, where it came back, or where a campaign goes on", () => {
    expect(rulesOf([ADA], { messages: [message(ADA.id, 8, { replied: true })] })).toEqual([]);
    expect(rulesOf([ADA], { messages: [message(ADA.id, 8, { status: "failed" })] })).toEqual([]);
    const away = received(ADA.id, 7.5, { automatic: true });
    expect(rulesOf([ADA], { messages: [message(ADA.id, 8), away] })).toEqual(["followUp"]);
    const inCampaign = message(ADA.id, 8, { enrolmentId: idOf(77) });
    expect(rulesOf([ADA], { messages: [inCampaign] })).toEqual([]);
  });
});

describe("other reasons", () => {
  it("a talk is thanked for while it is fresh, unless one has written since", () => {
    const interactions = [talk(ADA.id, 2, "meeting")];
    expect(rulesOf([ADA], { interactions })).toEqual(["thank"]);
    expect(rulesOf([ADA], { interactions, messages: [message(ADA.id, 1)] })).toEqual([]);
    expect(rulesOf([ADA], { interactions: [talk(ADA.id, 6, "call")] })).toEqual([]);
    expect(rulesOf([ADA], { interactions: [talk(ADA.id, 1, "note")] })).toEqual([]);
  });

  it("a birthday on its day and two days on, the 29th of February on the 28th", () => {
    expect(rulesOf(born("11-21"))).toEqual(["birthday"]);
    expect(rulesOf(born("11-19"))).toEqual(["birthday"]);
    expect(rulesOf(born("11-22"))).toEqual([]);
    const now = new Date(2027, 1, 28, 12);
    expect(rulesOf(born("02-29"), { now })).toEqual(["birthday"]);
    expect(rulesOf(born("02-29"), { now: new Date(2028, 1, 28, 12) })).toEqual([]);
  });

  it("a move for a month, and once where a capture and an import both saw it", () => {
    const move = { personId: ADA.id, at: daysAgo(3), company: "Quillmark" };
    const due = dueByRule(scene([ADA], { moves: [move, { ...move, at: daysAgo(1) }] }));
    expect(due).toMatchObject([
      { kind: "congratulate", reason: { at: daysAgo(3), company: "Quillmark" } },
    ]);
    expect(rulesOf([ADA], { moves: [{ ...move, at: daysAgo(40) }] })).toEqual([]);
  });

  it("an application to send or to ask about, and only one's own", () => {
    expect(applied({ stage: "saved" })).toEqual(["toApply"]);
    expect(applied({ stage: "applied", appliedAt: daysAgo(11).slice(0, 10) })).toEqual([
      "application",
    ]);
    expect(applied({ stage: "applied", appliedAt: daysAgo(2) })).toEqual([]);
    expect(applied({ stage: "interview" })).toEqual([]);
    expect(applied({ stage: "applied", direction: "received" })).toEqual([]);
  });

  it("an interval of one's own comes before a tag's, and counts from the last real contact", () => {
    expect(rulesOf(kept({ keepInTouchDays: 90, lastInteractionAt: daysAgo(91) }))).toEqual([
      "keepInTouch",
    ]);
    const tagged = { tags: ["vip", "club"], lastInteractionAt: daysAgo(40) };
    const keepInTouchTags = { vip: 30, club: 90 };
    const [due] = dueByRule(scene(kept(tagged), { keepInTouchTags }));
    expect(due?.reason).toMatchObject({ days: 30, tag: "vip" });
    expect(rulesOf(kept({ ...tagged, keepInTouchDays: 60 }), { keepInTouchTags })).toEqual([]);
    const call = { at: daysAgo(5), on: { table: "interactions" as const, id: idOf(5) } };
    const lastContacts = new Map([[idOf(4), call]]);
    expect(rulesOf(kept(tagged), { keepInTouchTags, lastContacts })).toEqual([]);
  });

  it("what is skipped of an interval comes back when it has passed once more", () => {
    const once = dueByRule(scene([person(5, { keepInTouchDays: 30, connectedAt: "2026-10-20" })]));
    const again = dueByRule(
      scene([person(5, { keepInTouchDays: 30, connectedAt: "2026-10-20" })], {
        now: new Date("2026-12-30T12:00:00.000Z"),
      }),
    );
    expect(once[0]?.taskId).toBeDefined();
    expect(again[0]?.taskId).not.toBe(once[0]?.taskId);
  });

  it("found twice is one task, on any device", () => {
    const messages = [received(ADA.id, 3)];
    expect(dueByRule(scene([ADA], { messages }))).toEqual(dueByRule(scene([ADA], { messages })));
  });
});

describe("putting off", () => {
  it("is until a morning, and a Monday is the next one", () => {
    const saturday = new Date(2026, 10, 21, 15);
    expect(local(snoozedUntil("tomorrow", saturday))).toBe("Sun Nov 22 2026 08:00");
    expect(local(snoozedUntil("monday", saturday))).toBe("Mon Nov 23 2026 08:00");
    expect(local(snoozedUntil("monday", new Date(2026, 10, 23, 9)))).toBe("Mon Nov 30 2026 08:00");
    expect(local(snoozedUntil("month", new Date(2027, 0, 31, 9)))).toBe("Sun Feb 28 2027 08:00");
  });

  it("takes a day that is still to come, and no other", () => {
    expect(snoozedUntilDay("2026-11-30", NOW)).toBe(new Date(2026, 10, 30, 8).toISOString());
    for (const day of ["2026-11-20", "", "soon"]) expect(snoozedUntilDay(day, NOW)).toBeUndefined();
  });
});
