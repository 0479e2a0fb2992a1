import { fold, monthOf } from "../words";
import { holdsAgo, saysToday, saysYesterday, type Unit, unitOf } from "./words";

/** "May 17, 2026"; "17. Mai 2026", "17 de mayo de 2026", "1er mai 2026"; "2026年5月17日"; "2026-05-17". */
const SHAPES: [RegExp, (parts: string[]) => [string, string, string]][] = [
  [/(\p{L}+)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)/u, ([m, d, y]) => [y!, m!, d!]],
  [
    /(?<!\d)(\d{1,2})(?:er|[ºª°])?\s+(?:de\s+)?(\p{L}+)\s+(?:de[l]?\s+)?((?:19|20)\d{2})(?!\d)/u,
    ([d, m, y]) => [y!, m!, d!],
  ],
  [/((?:19|20)\d{2})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/, ([y, m, d]) => [y!, m!, d!]],
  [/((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/, ([y, m, d]) => [y!, m!, d!]],
];

/** The day a line names, `2026-05-17`; undefined where the month is a word nobody knows, or there is no such day. */
export function dayIn(line: string): string | undefined {
  const folded = fold(line);
  for (const [shape, order] of SHAPES) {
    const found = shape.exec(folded);
    if (!found) continue;
    const [year, word, day] = order(found.slice(1));
    const month = /^\d+$/.test(word) ? Number(word) : monthOf(word);
    if (!month) continue;
    const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
    if (date.getUTCMonth() === month - 1) return date.toISOString().slice(0, 10);
  }
  return undefined;
}

/** The shape of a day, in whatever language: a number, words, a year. */
export const hasDay = (line: string): boolean =>
  /(?<!\d)\d{1,2}(?!\d)/.test(line) && /(?<!\d)20\d{2}(?!\d)/.test(line);

const MINUTES: Record<Unit, number> = {
  minute: 1,
  hour: 60,
  day: 24 * 60,
  week: 7 * 24 * 60,
  month: 30.44 * 24 * 60,
  year: 365.25 * 24 * 60,
};
const MOST = 40;

/** "Sent 2 weeks ago", "hier", "vor einem Monat": an instant as near as the words say it. */
export function agoIn(line: string, now: Date): string | undefined {
  const folded = fold(line);
  if (folded.length > MOST) return undefined;
  if (saysToday(folded)) return before(now, 0);
  if (saysYesterday(folded)) return before(now, MINUTES.day);
  if (!holdsAgo(folded)) return undefined;
  for (const [, count = "1", word = ""] of folded.matchAll(/(?:(\d{1,3})\s*)?(\p{L}+)/gu)) {
    const unit = unitOf(word);
    if (unit) return before(now, Number(count) * MINUTES[unit]);
  }
  return undefined;
}

function before(now: Date, minutes: number): string {
  return new Date(now.getTime() - Math.round(minutes) * 60_000).toISOString();
}
