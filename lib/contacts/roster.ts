import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";
import { fold } from "./fold";

export type RosterTable = "people" | "jobs";
/** What one may tag, note and erase. */
export type KeptTable = RosterTable | "companies";

/** One line of a list: what is shown, sorted by and searched in, and nothing of what only the full view needs. */
export type Entry = {
  table: RosterTable;
  id: string;
  title: string;
  /** Under the title: the headline of a person, the company of a job. */
  subtitle: string;
  place: string;
  tags: readonly string[];
  degree?: 1 | 2 | 3;
  company?: string;
  /** The company's row. */
  employerId?: string;
  position?: string;
  hasNotes: boolean;
  createdAt: string;
  /** The latest of created, edited and captured. */
  touchedAt: string;
  capturedAt?: string;
  lastInteractionAt?: string;
  /** Folded title, a space before each word: what begins a word is found by `includes`. */
  name: string;
  /** Folded text of everything one may search for, in the same shape. */
  hay: string;
};

export function personEntry(person: Person): Entry {
  return {
    ...entry("people", person, person.fullName, [
      person.headline,
      person.company,
      person.position,
      person.location,
      ...currentPlaces(person),
    ]),
    subtitle: person.headline ?? positionAt(person.position, person.company),
    ...(person.degree && { degree: person.degree }),
    ...(person.company && { company: person.company }),
    ...(person.position && { position: person.position }),
    ...(person.lastInteractionAt && { lastInteractionAt: person.lastInteractionAt }),
  };
}

export function jobEntry(job: Job): Entry {
  return {
    ...entry("jobs", job, job.title, [
      job.companyName,
      job.location,
      job.workplace,
      job.employmentType,
    ]),
    subtitle: job.companyName ?? "",
    ...(job.companyName && { company: job.companyName }),
  };
}

export function positionAt(position: string | undefined, company: string | undefined): string {
  return [position, company].filter(Boolean).join(" · ");
}

function entry(
  table: RosterTable,
  row: Person | Job,
  title: string,
  searched: (string | undefined)[],
): Entry {
  const tags = row.tags ?? [];
  const words = [title, ...searched, ...tags, row.notes].filter(Boolean).join(" ");
  return {
    table,
    id: row.id,
    title,
    subtitle: "",
    place: row.location ?? "",
    tags,
    ...(row.employerId && { employerId: row.employerId }),
    hasNotes: Boolean(row.notes),
    createdAt: row.createdAt,
    touchedAt: latest(row.createdAt, row.updatedAt, row.capturedAt),
    ...(row.capturedAt && { capturedAt: row.capturedAt }),
    name: ` ${fold(title)}`,
    hay: ` ${fold(words)}`,
  };
}

function currentPlaces(person: Person): (string | undefined)[] {
  const past = person.experience?.flatMap((one) => [one.company, one.title]) ?? [];
  const schools = person.education?.map((one) => one.school) ?? [];
  return [...past, ...schools];
}

/** Instants in UTC sort as strings. */
function latest(...instants: (string | undefined)[]): string {
  return instants.reduce<string>((top, at) => (at && at > top ? at : top), "");
}
