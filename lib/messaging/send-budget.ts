import type { Message } from "@/lib/model/message";
import type { Settings } from "@/lib/model/settings";

export type Limits = NonNullable<Settings["sendLimits"]>;
export type Meter = { what: "notes" | "invitations" | "messages"; used: number; limit?: number };

/**
 * What one wants to stay under where one set nothing: careful figures, since LinkedIn names none of its own for
 * sure. A free account has had a handful of personal notes a month.
 */
export function usualLimits(
  account: "free" | "premium",
): Required<Pick<Limits, "invitationsPerWeek" | "messagesPerDay">> & Limits {
  return {
    ...(account === "free" && { notesPerMonth: 5 }),
    invitationsPerWeek: 80,
    messagesPerDay: 25,
  };
}

/** The earliest moment any meter counts from. */
export function budgetFrom(now: Date): string {
  const [month, week] = [monthStart(now), weekStart(now)];
  return (month < week ? month : week).toISOString();
}

/** Notes this month, invitations this week, messages today, in the device's days; mails are counted nowhere. */
export function sendBudget(
  sent: Iterable<Message>,
  invitedAt: Iterable<string>,
  limits: Limits,
  now: Date,
): Meter[] {
  const [month, week, day] = [monthStart(now), weekStart(now), dayStart(now)].map((one) =>
    one.toISOString(),
  );
  let [notes, messages, invitations] = [0, 0, 0];
  for (const { form, channel, sentAt = "", direction } of sent) {
    if (direction === "received" || channel === "email" || form === "email") continue;
    if (form === "note") notes += sentAt >= month! ? 1 : 0;
    else messages += sentAt >= day! ? 1 : 0;
  }
  for (const at of invitedAt) invitations += at >= week! ? 1 : 0;
  return [
    meter("notes", notes, limits.notesPerMonth),
    meter("invitations", invitations, limits.invitationsPerWeek),
    meter("messages", messages, limits.messagesPerDay),
  ];
}

function meter(what: Meter["what"], used: number, limit: number | undefined): Meter {
  return { what, used, ...(limit !== undefined && { limit }) };
}

function dayStart(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

function weekStart(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - ((now.getDay() + 6) % 7));
}

function monthStart(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), 1);
}
