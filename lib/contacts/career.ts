import type { Person } from "@/lib/model/person";
import type { PartialDate } from "@/lib/model/partial-date";

type Experience = NonNullable<Person["experience"]>[number];
export type Employer = { company?: string; companyUrl?: string; positions: Experience[] };

/** Positions under their employer, in the order they stand in, as a reader expects a career to be told. */
export function byEmployer(experience: readonly Experience[]): Employer[] {
  const employers: Employer[] = [];
  for (const position of experience) {
    const last = employers.at(-1);
    if (last && position.company !== undefined && last.company === position.company)
      last.positions.push(position);
    else
      employers.push({
        ...(position.company !== undefined && { company: position.company }),
        ...(position.companyUrl !== undefined && { companyUrl: position.companyUrl }),
        positions: [position],
      });
  }
  return employers;
}

/** Whole months from one partial date to another, both counted, as careers are told; undefined without both months. */
export function monthsBetween(start: PartialDate, end: PartialDate): number | undefined {
  if (start.month === undefined || end.month === undefined) return undefined;
  const months = (end.year - start.year) * 12 + (end.month - start.month) + 1;
  return months > 0 ? months : undefined;
}

export type Span = {
  start?: PartialDate | undefined;
  end?: PartialDate | undefined;
  current?: boolean | undefined;
};

/** "Jan 2020 – Mar 2024", in the language of the screen; `present` is the word for an end that has not come. */
export function spanText(span: Span, locale: string, present: string): string {
  const start = span.start && partialDateText(span.start, locale);
  const open = span.current ? present : undefined;
  const end = span.end ? partialDateText(span.end, locale) : open;
  return [start, end].filter(Boolean).join(" – ");
}

export function partialDateText({ year, month }: PartialDate, locale: string): string {
  if (month === undefined) return String(year);
  const day = new Date(Date.UTC(year, month - 1, 15));
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(day);
}

/** "3 years 2 months", by the browser's own words for it. */
export function durationText(months: number, locale: string): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const unit = (value: number, name: "year" | "month") =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  return [years > 0 && unit(years, "year"), rest > 0 && unit(rest, "month")]
    .filter(Boolean)
    .join(" ");
}
