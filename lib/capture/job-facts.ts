import type { JobRecord } from "./capture";
import { parseSalary } from "./salary";
import { isEmployment, isSeniority, isWorkplace } from "./words";

/**
 * Pills and insight lines of a job ("Remote", "Full-time · Associate", "$90K/yr - $110K/yr"), each put where
 * it belongs; what is none of these is given back.
 */
export function readPills(texts: string[]): { facts: JobRecord; rest: string[] } {
  const facts: JobRecord = {};
  const rest: string[] = [];
  for (const text of texts.flatMap((line) => line.split(/\s+·\s+/))) {
    const salary = parseSalary(text);
    if (isWorkplace(text)) facts.workplace ??= text;
    else if (isEmployment(text) && !facts.employmentType) facts.employmentType = text;
    else if (isSeniority(text)) facts.seniority ??= text;
    else if (salary) facts.salary ??= salary;
    else rest.push(text);
  }
  return { facts, rest };
}

/** "Place · 2 weeks ago · 31 applicants · …": the place never holds a number with a time word. */
export function readMeta(line: string): JobRecord {
  const parts = line.split(/\s*·\s*/).filter((part) => part !== "");
  const at = parts.findIndex(isTime);
  const [place, ...after] = at === 0 ? [undefined, ...parts] : parts;
  return {
    ...(place && splitJobPlace(place)),
    ...(after[0] && { postedText: after[0] }),
    ...(after[1] && { applicantsText: after[1] }),
  };
}

/** "New York, NY (Hybrid)" */
export function splitJobPlace(text: string): Pick<JobRecord, "location" | "workplace"> {
  const [, location, workplace] = /^(.+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  return location && workplace && isWorkplace(workplace)
    ? { location, workplace }
    : { location: text };
}

/** "3 days ago", "il y a 3 jours", "vor 3 Tagen": starts or ends with a small number beside a word. */
function isTime(text: string): boolean {
  return /^(?:\p{L}+\s){0,4}?\d{1,2}\+?\s\p{L}+(?:\s\p{L}+)?$/u.test(text) && !text.includes(",");
}
