/** Until when something may rest, as one says it. */
export type Snooze = "tomorrow" | "threeDays" | "monday" | "twoWeeks" | "month";

export const SNOOZES: readonly Snooze[] = ["tomorrow", "threeDays", "monday", "twoWeeks", "month"];

const MORNING = 8;

/** The morning of that day, by the device's clock; a Monday asked for on a Monday is the next one. */
export function snoozedUntil(snooze: Snooze, now: Date): string {
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const morning = (day: number, plus = 0) =>
    new Date(year, month + plus, day, MORNING).toISOString();
  if (snooze === "tomorrow") return morning(date + 1);
  if (snooze === "threeDays") return morning(date + 3);
  if (snooze === "twoWeeks") return morning(date + 14);
  if (snooze === "monday") return morning(date + ((8 - now.getDay()) % 7 || 7));
  // The 31st of a month that follows has to exist.
  const last = new Date(year, month + 2, 0).getDate();
  return morning(Math.min(date, last), 1);
}

/** The morning of a day a person typed, `YYYY-MM-DD`; nothing where it is none, or not after today. */
export function snoozedUntilDay(day: string, now: Date): string | undefined {
  const [year, month, date] = day.split("-").map(Number);
  if (!year || !month || !date) return undefined;
  const morning = new Date(year, month - 1, date, MORNING);
  return morning > now ? morning.toISOString() : undefined;
}
