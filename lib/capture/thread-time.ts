import { findDay, isoDay, two } from "./days";
import { TODAY, WEEKDAYS, YESTERDAY } from "./languages/day-words";
import { fold } from "./words";

const weekdays = new Map(
  WEEKDAYS.flatMap((words, day) => words.split("|").map((word) => [word, day] as const)),
);

/**
 * The day a heading between messages means, `YYYY-MM-DD` where the reader is: "Today", "TUESDAY", "Nov 3",
 * "3 nov. 2023". A weekday is one of the last six days, a day without a year the last one there was; undefined for
 * anything else.
 */
export function dayOfHeading(heading: string, now: Date): string | undefined {
  const word = fold(heading);
  if (TODAY.split("|").includes(word)) return daysBefore(now, 0);
  if (YESTERDAY.split("|").includes(word)) return daysBefore(now, 1);
  const weekday = weekdays.get(word);
  if (weekday !== undefined) {
    const back = (now.getDay() - weekday + 7) % 7;
    // Today has its own word, and a week ago shows its date.
    return back === 0 ? undefined : daysBefore(now, back);
  }
  const day = findDay(heading);
  if (!day || day.year !== undefined) return isoDay(day);
  const today = daysBefore(now, 0);
  const thisYear = isoDay({ ...day, year: now.getFullYear() }) ?? "";
  return thisYear <= today ? thisYear : isoDay({ ...day, year: now.getFullYear() - 1 });
}

function daysBefore(now: Date, days: number): string {
  return localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}

/** The calendar day where the reader is. */
export function localDay(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const TIME = /^(\d{1,2})\s?[:.h]\s?(\d{2})\s?(?:([ap])\s?m)?$/;

/** Day and shown time as an instant: the page shows both where its reader is. */
export function instantOf(day: string, time: string): string | undefined {
  const [, hours, minutes, half] =
    TIME.exec(fold(time.replace(/\./g, (dot) => (/\d\.\d/.test(time) ? ":" : dot)))) ?? [];
  if (!hours || !minutes) return undefined;
  const hour = half ? (Number(hours) % 12) + (half === "p" ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59) return undefined;
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, hour, Number(minutes)).toISOString();
}

/**
 * A message's id begins with the milliseconds it was sent at, behind "2-" and base64. Believed only if it is a moment
 * there has been, and of the day that stands above the message.
 */
export function instantInId(
  id: string | undefined,
  day: string | undefined,
  now: Date,
): string | undefined {
  if (!id?.startsWith("2-")) return undefined;
  const ms = Number(/^\d{13}(?!\d)/.exec(decode(id.slice(2)))?.[0]);
  if (!ms || ms > now.getTime() + 60_000 || ms < Date.UTC(2003, 4)) return undefined;
  const date = new Date(ms);
  return day === undefined || localDay(date) === day ? date.toISOString() : undefined;
}

function decode(base64: string): string {
  try {
    return atob(base64.replace(/-/g, "+").replace(/_/g, "/"));
  } catch {
    return "";
  }
}
