import { i18n } from "#i18n";
import { locale, numberText } from "@/components/ui/locale";
import { dayText, fullMoment, momentText } from "@/components/ui/moment";
import { DAY, type Due, type Reason, type TaskKind } from "@/lib/messaging/due/due";

export function kindWord(kind: TaskKind): string {
  return i18n.t(`due.kinds.${kind}`);
}

/** Why, in a sentence of facts. */
export function reasonText(reason: Reason, now: Date = new Date()): string {
  switch (reason.rule) {
    case "answer":
      return i18n.t("due.reasons.answer", [dayWord(reason.at, now)]);
    case "followUp":
      return i18n.t("due.reasons.followUp", [dayWord(reason.at, now)]);
    case "thank":
      return thankText(reason, now);
    case "birthday":
      return i18n.t("due.reasons.birthday", [dayWord(reason.at, now)]);
    case "jobChange":
      return moveText(reason, now);
    case "toApply":
      return i18n.t("due.reasons.toApply", [jobText(reason), dayWord(reason.at, now)]);
    case "application":
      return i18n.t("due.reasons.application", [jobText(reason), dayWord(reason.at, now)]);
    case "keepInTouch":
      return keptText(reason.at, reason.days, now);
    case "byHand":
    case "campaign":
      return reason.title;
  }
}

/** Where the reason stands on record, for whoever points at it. */
export function reasonSource(reason: Reason): string[] {
  if (!("on" in reason))
    return reason.rule === "byHand"
      ? [i18n.t("due.sources.byHand", [fullMoment(reason.at)])]
      : [i18n.t("due.sources.campaign")];
  const lines = [i18n.t(`due.sources.${reason.on.table}`, [fullMoment(reason.at)])];
  if (reason.rule === "keepInTouch" && reason.tag !== undefined)
    lines.push(i18n.t("due.sources.tag", [reason.tag]));
  if ("text" in reason && reason.text !== undefined) lines.push(`“${firstWords(reason.text)}”`);
  return lines;
}

/** What its task is called where only the row is left, on a list or in an export. */
export function titleOf({ kind, reason }: Due, name: string | undefined): string {
  const what = [kindWord(kind), name].filter(Boolean).join(" · ");
  return `${what} (${reasonText(reason)})`;
}

/** "yesterday", "today", "tomorrow", "Tuesday" within a week, then the day. */
export function dayWord(at: string, now: Date = new Date()): string {
  const days = Math.round((midnight(new Date(at)) - midnight(now)) / DAY);
  if (Math.abs(days) <= 1)
    return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(days, "day");
  if (Math.abs(days) < 7)
    return new Intl.DateTimeFormat(locale(), { weekday: "long" }).format(new Date(at));
  return dayText(at, locale(), now.getFullYear());
}

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

/** "every 2 weeks", "every year": an interval as one says it. */
export function intervalText(days: number): string {
  const [count, unit] = roundest(days);
  return i18n.t(`relations.every.${unit}`, count, [numberText(count)]);
}

/** Since when nothing was said, beside what one wanted. */
export function keptText(at: string, days: number, now: Date = new Date()): string {
  return i18n.t("due.reasons.keepInTouch", [momentText(at, now.getTime()), intervalText(days)]);
}

function roundest(days: number): [number, "year" | "month" | "week" | "day"] {
  if (days % 365 === 0) return [days / 365, "year"];
  if (days % 30 === 0) return [days / 30, "month"];
  if (days % 7 === 0) return [days / 7, "week"];
  return [days, "day"];
}

function thankText({ what, at }: Extract<Reason, { rule: "thank" }>, now: Date): string {
  const day = dayWord(at, now);
  if (what === "call") return i18n.t("due.reasons.afterCall", [day]);
  if (what === "interview") return i18n.t("due.reasons.afterInterview", [day]);
  return i18n.t("due.reasons.afterMeeting", [day]);
}

function moveText(reason: Extract<Reason, { rule: "jobChange" }>, now: Date): string {
  const { company, position, at } = reason;
  const seen = momentText(at, now.getTime());
  if (company && position) return i18n.t("due.reasons.moved", [company, position, seen]);
  if (company) return i18n.t("due.reasons.movedTo", [company, seen]);
  return i18n.t("due.reasons.promoted", [position ?? "", seen]);
}

function jobText({ job, company }: { job?: string; company?: string }): string {
  return [job ?? i18n.t("due.aJob"), company].filter(Boolean).join(" · ");
}

function firstWords(text: string): string {
  const plain = text.replaceAll(/<[^>]*>|\s+/gu, " ").trim();
  return plain.length > 140 ? `${plain.slice(0, 140)}…` : plain;
}
