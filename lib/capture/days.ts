import { fold, monthOf } from "./words";

export type Day = { year?: number; month: number; day: number };

const YEAR = "((?:19|20)\\d{2})";
const MONTH_FIRST = new RegExp(`(?:^|\\s)(\\p{L}[\\p{L}']+) (\\d{1,2})(?:,? ${YEAR})?$`, "u");
const DAY_FIRST = new RegExp(
  `(?:^|\\s)(\\d{1,2})(?:er|º|ª|th|st|nd|rd)?\\s(?:de |of )?(\\p{L}[\\p{L}']+)(?:,? (?:del? )?${YEAR})?$`,
  "u",
);
const IN_SIGNS = /(?:((?:19|20)\d{2})[年년]\s*)?(\d{1,2})[月월]\s*(\d{1,2})[日일]$/u;

/**
 * The day a line ends in: "Connected on May 17, 2026", "17 mai 2026", "17. Mai", "17 de mayo". A month nobody knows
 * gives nothing: half a day is none.
 */
export function findDay(text: string): Day | undefined {
  const folded = fold(text);
  const [, signYear, signMonth, signDay] = IN_SIGNS.exec(folded) ?? [];
  if (signMonth) return real(signYear, Number(signMonth), Number(signDay));
  const [, word, number, year] = MONTH_FIRST.exec(folded) ?? [];
  const month = word && monthOf(word);
  if (month) return real(year, month, Number(number));
  const [, dayNumber, name, itsYear] = DAY_FIRST.exec(folded) ?? [];
  const itsMonth = name && monthOf(name);
  return itsMonth ? real(itsYear, itsMonth, Number(dayNumber)) : undefined;
}

function real(year: string | undefined, month: number, day: number): Day | undefined {
  // A leap year, where none is given: the 29th of February is somebody's birthday.
  const date = new Date(Date.UTC(Number(year ?? 2024), month - 1, day));
  if (month < 1 || month > 12 || day < 1 || date.getUTCDate() !== day) return undefined;
  return { ...(year && { year: Number(year) }), month, day };
}

/** In two digits. */
export const two = (number: number): string => String(number).padStart(2, "0");

/** `MM-DD` */
export const dayOfYear = ({ month, day }: Day): string => `${two(month)}-${two(day)}`;

/** `YYYY-MM-DD`; undefined without a year. */
export const isoDay = (day: Day | undefined): string | undefined =>
  day?.year === undefined ? undefined : `${day.year}-${dayOfYear(day)}`;
