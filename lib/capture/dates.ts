import type { PartialDate } from "./capture";
import { fold, isPresent, monthOf } from "./words";

export type DateRange = { start?: PartialDate; end?: PartialDate; current?: true };

const YEAR = "(?:19|20)\\d{2}";
/** "Nov 2024", "de nov. de 2024", "2024", "11/2024", "2024年11月". */
const DATE = `(?:\\p{L}[\\p{L}']*\\s+(?:de[l]?\\s+)?${YEAR}|\\d{1,2}\\s*/\\s*${YEAR}|${YEAR}\\s*[年년]\\s*(?:\\d{1,2}\\s*[月월])?|${YEAR})`;
const BETWEEN = "(?:\\s*[-–—~]\\s*|\\s+(?:to|a|al|bis|tot|ate)\\s+)";
const RANGE = new RegExp(`^(?:de\\s+)?(${DATE})(?:${BETWEEN}(.+))?$`, "u");
const ONE = new RegExp(`^${DATE}$`, "u");
const ANYWHERE = new RegExp(`(?:^|\\s)(${DATE})(?=$|[\\s,;·])`, "u");
const DAY = /(\p{L}) \d{1,2},? (?=(?:19|20)\d{2}(?!\d))/gu;

export function parseDate(text: string): PartialDate | undefined {
  const folded = fold(text);
  const year = Number(new RegExp(YEAR).exec(folded)?.[0]);
  if (!year || !ONE.test(folded)) return undefined;
  const numeric = /[年년]\s*(\d{1,2})/.exec(folded)?.[1] ?? /^(\d{1,2})\s*\//.exec(folded)?.[1];
  const word = /^\p{L}[\p{L}']*/u.exec(folded)?.[0];
  const month = numeric ? Number(numeric) : word && monthOf(word);
  // A month nobody knows (another language) leaves the year, which is sure.
  return month && month <= 12 ? { year, month } : { year };
}

/** The first date that stands in a sentence such as "Issued Jan 2024" or "Jan 5, 2024"; a day is not kept. */
export function findDate(text: string): PartialDate | undefined {
  const found = ANYWHERE.exec(fold(text).replace(DAY, "$1 "))?.[1];
  return found ? parseDate(found) : undefined;
}

/**
 * "Nov 2024 - Present · 1 yr 4 mos", "2020 – Jun 2024", "May 2016 · 1 mo"; undefined for any line that
 * is not wholly a range. The duration is never kept: it follows from the dates.
 */
export function parseRange(line: string): DateRange | undefined {
  const [dates = "", ...rest] = line.split(/\s+[·•]\s+/);
  if (rest.length > 1 || dates.length > 60) return undefined;
  const match = RANGE.exec(fold(dates));
  if (!match?.[1]) return undefined;
  const start = knownDate(match[1], rest.length > 0);
  if (!start) return undefined;
  const end = match[2];
  if (end === undefined) return { start, end: start };
  if (isPresent(end)) return { start, current: true };
  const endDate = knownDate(end, rest.length > 0);
  if (endDate) return { start, end: endDate };
  // In a language without a table the open end is the word that is no date, if a duration follows.
  const openEnd = /\d/.test(rest[0] ?? "") && /^\p{L}[\p{L}' ]{1,20}$/u.test(end);
  return openEnd ? { start, current: true } : undefined;
}

export const isRange = (line: string): boolean => parseRange(line) !== undefined;

/** "Version 2020" has the shape of a date: a word that is no month counts only before a duration. */
function knownDate(text: string, durationFollows: boolean): PartialDate | undefined {
  const date = parseDate(text);
  const hasWord = /^\p{L}/u.test(text);
  return hasWord && !date?.month && !durationFollows ? undefined : date;
}

/** "1 yr 10 mos", "2 ans 3 mois": one or two numbers, each with its word. */
export const isDuration = (text: string): boolean =>
  /^(?:\d{1,2}\s*\p{L}+\.?\s*){1,2}$/u.test(text.trim());
