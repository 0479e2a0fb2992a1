import type { JobRecord } from "./capture";
import { given } from "./given";
import { isAgo, isApplicants, isNote, isPay, isSeniority } from "./job-words";
import { isEmployment, isWorkplace } from "./words";

/** Between facts in one line: "Full-time · Associate". */
const BETWEEN = /\s*[·•]\s+|\s+[·•]\s*/;

/** Dashes, asterisks and dots alone say nothing: they stand where the page shows nothing, or hides it. */
export const said = (text: string | undefined): string | undefined =>
  text && /[\p{L}\d]/u.test(text) ? text : undefined;

/**
 * Pills and insight lines of a job ("Remote", "Full-time · Associate", "$90K/yr - $110K/yr"), each put where
 * it belongs.
 */
export function readPills(lines: string[]): JobRecord {
  const texts = lines.flatMap((line) => line.split(BETWEEN));
  const pay = texts.find(isPay);
  const employmentType = texts.find(isEmployment);
  return given({
    workplace: texts.find(isWorkplace),
    employmentType,
    seniority: texts.find((text) => isSeniority(text) && text !== employmentType),
    salary: pay ? { text: pay } : undefined,
  });
}

export const partsOf = (line: string): string[] => line.split(BETWEEN).filter(Boolean);

/** "Place · 2 weeks ago · 31 applicants · …", in 2023 with the company in front. */
export const readMeta = (line: string): JobRecord => readParts(partsOf(line));

/** The same, of a line that stands where such a line is: what no language knows is told by the order alone. */
export function readOrdered(parts: readonly string[]): JobRecord {
  const facts = readParts(parts);
  const [place = "", age = "", applied] = parts;
  if (facts.postedText || facts.location || !isPlaceLine(place) || isTime(place)) return facts;
  const isAge = /\d/.test(age) && !isApplicants(age) && !isPay(age);
  if (parts.length > 1 && !isAge) return facts;
  return given({
    ...facts,
    ...splitJobPlace(place),
    postedText: age,
    applicantsText: applied && /\d/.test(applied) ? applied : undefined,
  });
}

/**
 * The parts of such a line: what stands in front of the age of the job is its place, what stands behind it with a
 * number how many applied. In a language nobody knows the age is the second part, if it has the shape of one.
 */
function readParts(parts: readonly string[]): JobRecord {
  const known = parts.findIndex(isAgo);
  const [first = "", second = ""] = parts;
  const guessed = isTime(second) && !isApplicants(second) ? 1 : -1;
  const at = known < 0 ? guessed : known;
  const alone = parts.length > 1 ? first : undefined;
  const beside = at < 0 ? alone : parts[at - 1];
  const workplace = beside && isWorkplace(beside) ? beside : undefined;
  const place = workplace ? parts[at - 2] : beside;
  const after = at < 0 ? parts.find(isApplicants) : parts[at + 1];
  const isPlace = place && said(place) && !isNote(place) && !isTime(place) && !isApplicants(place);
  return given({
    workplace,
    ...(isPlace && (at >= 0 || after !== undefined) && splitJobPlace(place)),
    postedText: at < 0 ? undefined : parts[at],
    applicantsText: after && /\d/.test(after) && !isNoteOnly(after) ? after : undefined,
  });
}

const isNoteOnly = (text: string): boolean => isNote(text) && !isApplicants(text);

/** "New York, NY (Hybrid)" */
export function splitJobPlace(text: string): Pick<JobRecord, "location" | "workplace"> {
  const [, location, workplace] = /^(.+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  return workplace && isWorkplace(workplace) ? { location, workplace } : { location: text };
}

/** Where the work is done, where a list says it beside the place: "New York, NY (Hybrid)". */
export const placeOfWork = (place: string | undefined): string | undefined =>
  place && splitJobPlace(place).workplace;

/** A place stands where a place is; what else may stand there is told by its words. */
export const isPlaceLine = (text: string): boolean =>
  said(text) !== undefined && !isAgo(text) && !isPay(text) && !isNote(text) && !isApplicants(text);

/** "3 days ago", "il y a 3 jours", "vor 3 Tagen": a small number beside a word. */
function isTime(text: string): boolean {
  return /^(?:\p{L}+\s){0,4}?\d{1,2}\+?\s\p{L}+(?:\s\p{L}+)?$/u.test(text);
}
