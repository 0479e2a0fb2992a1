import { describe, expect, it } from "vitest";
import { limitsOf, measure } from "@/lib/messaging/limits";
import { ENOUGH, templateStats, withAnswers } from "@/lib/messaging/template-stats";
import type { Message } from "@/lib/model/message";

const template = "0190b0c0-0000-7000-8000-00000000000a";
let made = 0;

function sent(more: Partial<Message> = {}): Message {
  made += 1;
  return {
    id: `0190b0c0-0000-7000-8000-${String(made).padStart(12, "0")}`,
    createdAt: "2026-01-01T00:00:00.000Z",
    personId: template,
    templateId: template,
    direction: "sent",
    sentAt: "2026-01-01T00:00:00.000Z",
    ...more,
  };
}

function after(hours: number): string {
  return new Date(Date.UTC(2026, 0, 1, hours)).toISOString();
}

const sentAfter = (hours: number, more: Partial<Message> = {}) =>
  sent({ sentAt: after(hours), ...more });

describe("what became of a template's messages", () => {
  it("gives no rate under twenty sent messages, and counts them", () => {
    const stats = templateStats(Array.from({ length: ENOUGH - 1 }, () => sent({ replied: true })));
    expect(stats.get(template)).toMatchObject({ used: 19, replied: 19 });
    expect(stats.get(template)?.successRate).toBeUndefined();
  });

  it("gives rate and median reply time from twenty on", () => {
    const messages = [
      ...[2, 4, 30].map((hours) => sent({ replied: true, repliedAt: after(hours) })),
      ...Array.from({ length: 17 }, () => sent()),
    ];
    expect(templateStats(messages).get(template)).toMatchObject({
      used: 20,
      replied: 3,
      successRate: 0.15,
      replyHours: 4,
    });
  });

  it("counts what a mail service sent and delivered like what a person sent", () => {
    const messages = (["sent", "delivered", "read"] as const).map((status) =>
      sent({ channel: "email", form: "email", status }),
    );
    expect(templateStats(messages).get(template)).toMatchObject({ used: 3 });
  });

  it("leaves out drafts, answers, what waits, what came back, and messages written by hand", () => {
    const messages = [
      sent({ status: "failed", bounce: "hard" }),
      sent({ status: "scheduled" }),
      sent({ sentAt: undefined }),
      sent({ direction: "received" }),
      sent({ templateId: undefined }),
    ];
    expect(templateStats(messages).size).toBe(0);
  });
});

describe("lengths", () => {
  it("counts what is over the platform's limit", () => {
    expect(measure("x".repeat(205), limitsOf("note", "free").body)).toEqual({
      used: 205,
      limit: 200,
      over: 5,
    });
    expect(measure("x".repeat(205), limitsOf("note", "premium").body).over).toBe(0);
  });
});

describe("answers that stand in rows of their own", () => {
  it("belong to the last message before them; a machine's note is none", () => {
    const stats = templateStats(
      withAnswers([
        sentAfter(1),
        sentAfter(2),
        sentAfter(3, { direction: "received", automatic: true }),
        sentAfter(6, { direction: "received" }),
        sentAfter(7, { direction: "received" }),
        sentAfter(8),
      ]),
    );
    expect(stats.get(template)).toMatchObject({ used: 3, replied: 1, replyHours: 4 });
  });
});
