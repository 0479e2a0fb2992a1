import { monthOf } from "@/lib/capture/words";

/** Which of two numbers before the year is the month, where neither is above 12. LinkedIn writes the month first. */
export type DateOrder = "monthFirst" | "dayFirst";

type YearMonth = { year: number } | { year: number; month: number };
type Moment = { year: number; month?: number; day?: number; time?: [number, number, number] };

/** A day or an instant, whichever the text gives; a time without a zone is read as UTC. */
export function readDayOrInstant(text: string, order?: DateOrder): string | undefined {
  const moment = readMoment(text, order);
  if (moment?.day === undefined) return undefined;
  return moment.time ? instantText(moment) : dayText(moment);
}

/** An instant; a bare day is its first moment in UTC. */
export function readInstant(text: string, order?: DateOrder): string | undefined {
  const moment = readMoment(text, order);
  return moment?.day === undefined ? undefined : instantText(moment);
}

export function readDay(text: string, order?: DateOrder): string | undefined {
  const moment = readMoment(text, order);
  return moment?.day === undefined ? undefined : dayText(moment);
}

/** Year and month as a career states them, from anything that holds at least a year. */
export function readPartialDate(text: string, order?: DateOrder): YearMonth | undefined {
  const moment = readMoment(text, order);
  if (!moment || moment.year < 1900 || moment.year > 2200) return undefined;
  const { year, month } = moment;
  return month ? { year, month } : { year };
}

const TIME = /(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s?([ap])\.?\s?m\b\.?)?/i;
const ZONE = /(?:z|[+-]\d{2}:?\d{2})$/i;

function readMoment(text: string, order: DateOrder = "monthFirst"): Moment | undefined {
  const clean = text.trim().replace(/\s+/g, " ");
  if (clean === "" || clean.length > 60) return undefined;
  const exact = readZoned(clean);
  if (exact) return exact;
  const clock = TIME.exec(clean);
  const date = readDate(clock ? clean.replace(clock[0], " ") : clean, order);
  if (!date || !isReal(date)) return undefined;
  const time = clock && readTime(clock);
  return time && date.day !== undefined ? { ...date, time } : date;
}

/** ISO 8601 with a zone of its own: the platform reads that right. */
function readZoned(text: string): Moment | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/i.test(text) || !ZONE.test(text)) return undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return undefined;
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    time: [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()],
  };
}

function readTime([, hours, minutes, seconds, half]: RegExpExecArray):
  | [number, number, number]
  | undefined {
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  return [hour, Number(minutes), Number(seconds ?? 0)];
}

function readDate(text: string, order: DateOrder): Moment | undefined {
  const words = text.match(/\p{L}+|\d+/gu) ?? [];
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const month = words.map((word) => (/^\d/.test(word) ? undefined : monthOf(word))).find(Boolean);
  if (month) return named(numbers, month);
  // A word that is no month, "T" and zone names aside, makes it something else than a date.
  if (words.some((word) => /^\p{L}/u.test(word) && !/^(?:t|utc|gmt|z|h)$/i.test(word))) {
    return undefined;
  }
  return numbered(numbers, text.includes(".") ? "dayFirst" : order);
}

/** "17 May 2026", "May 17, 2026", "May 2020", "Sat Jul 11 UTC 2020", "17-May-26". */
function named(numbers: string[], month: number): Moment | undefined {
  const [first = "", second] = numbers;
  if (numbers.length === 1) return first.length === 4 ? { year: Number(first), month } : undefined;
  if (numbers.length !== 2 || second === undefined) return undefined;
  const [day, year] = first.length === 4 ? [second, first] : [first, second];
  return { year: fullYear(year), month, day: Number(day) };
}

function numbered(numbers: string[], order: DateOrder): Moment | undefined {
  const [a = "", b = "", c = ""] = numbers;
  if (numbers.length === 1 && /^\d{8}$/.test(a)) {
    return numbered([a.slice(0, 4), a.slice(4, 6), a.slice(6)], order);
  }
  if (numbers.length === 1) return a.length === 4 ? { year: Number(a) } : undefined;
  if (numbers.length === 2) {
    if (a.length === 4) return { year: Number(a), month: Number(b) };
    return b.length === 4 ? { year: Number(b), month: Number(a) } : undefined;
  }
  if (numbers.length !== 3) return undefined;
  if (a.length === 4) return { year: Number(a), month: Number(b), day: Number(c) };
  const year = fullYear(c);
  const isDayFirst = Number(a) > 12 || (order === "dayFirst" && Number(b) <= 12);
  return isDayFirst
    ? { year, month: Number(b), day: Number(a) }
    : { year, month: Number(a), day: Number(b) };
}

/** Two digits lie within the last eighty years and the next twenty, as spreadsheets have it. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year < 46 ? 2000 + year : 1900 + year;
}

function isReal({ year, month, day }: Moment): boolean {
  if (year < 1000 || year > 9999) return false;
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  if (day === undefined) return true;
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

function instantText({ year, month = 1, day = 1, time = [0, 0, 0] }: Moment): string {
  return new Date(Date.UTC(year, month - 1, day, ...time)).toISOString();
}

function dayText({ year, month = 1, day = 1 }: Moment): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
