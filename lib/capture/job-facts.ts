import type { JobRecord } from "./capture";
import { given } from "./given";
import { isEmployment, isSeniority, isWorkplace } from "./words";

/** An amount of money, by its sign: what it says in numbers is worked out where it is kept. */
const PAY = /[$€£₹¥]\s?\d|\d\s?[€£₹¥]|\b(USD|EUR|GBP|CHF|CAD|AUD|INR|BRL|MXN|JPY)\b.*\d/;

/**
 * Pills and insight lines of a job ("Remote", "Full-time · Associate", "$90K/yr - $110K/yr"), each put where
 * it belongs.
 */
export function readPills(lines: string[]): JobRecord {
  const texts = lines.flatMap((line) => line.split(/\s+·\s+/));
  const pay = texts.find((text) => PAY.test(text) && text.length <= 80);
  const employmentType = texts.find(isEmployment);
  return given({
    workplace: texts.find(isWorkplace),
    employmentType,
    seniority: texts.find((text) => isSeniority(text) && text !== employmentType),
    salary: pay ? { text: pay } : undefined,
  });
}

/** "Place · 2 weeks ago · 31 applicants · …": the place never holds a number with a time word. */
export function readMeta(line: string): JobRecord {
  const parts = line.split(/\s*·\s*/).filter((part) => part !== "");
  const [place, postedText, applicantsText] = isTime(parts[0] ?? "")
    ? [undefined, ...parts]
    : parts;
  const isCount = /\d/.test(applicantsText ?? "");
  return given({
    ...(place && splitJobPlace(place)),
    postedText,
    applicantsText: isCount ? applicantsText : undefined,
  });
}

/** "New York, NY (Hybrid)" */
export function splitJobPlace(text: string): Pick<JobRecord, "location" | "workplace"> {
  const [, location, workplace] = /^(.+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  return workplace && isWorkplace(workplace) ? { location, workplace } : { location: text };
}

/** Where the work is done, where a list says it beside the place: "New York, NY (Hybrid)". */
export const placeOfWork = (place: string | undefined): string | undefined =>
  place && splitJobPlace(place).workplace;

/** "3 days ago", "il y a 3 jours", "vor 3 Tagen": a small number beside a word. */
function isTime(text: string): boolean {
  return /^(?:\p{L}+\s){0,4}?\d{1,2}\+?\s\p{L}+(?:\s\p{L}+)?$/u.test(text);
}
