import type { Company } from "@/lib/model/company";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";

export type FactKind = "text" | "number" | "day" | "moment";
export type FactSpec = {
  field: string;
  kind: FactKind;
  /** A person may type it; the rest is counted or read elsewhere. */
  isEditable: boolean;
};

type FactOf<Row> = FactSpec & { field: keyof Row & string };

/** The single facts of a person, in the order they are told; lists (career, skills) have their own place. */
export const PERSON_FACTS: readonly FactOf<Person>[] = [
  { field: "fullName", kind: "text", isEditable: true },
  { field: "headline", kind: "text", isEditable: true },
  { field: "pronouns", kind: "text", isEditable: true },
  { field: "position", kind: "text", isEditable: true },
  { field: "company", kind: "text", isEditable: true },
  { field: "industry", kind: "text", isEditable: true },
  { field: "location", kind: "text", isEditable: true },
  { field: "school", kind: "text", isEditable: true },
  { field: "openToText", kind: "text", isEditable: true },
  { field: "email", kind: "text", isEditable: true },
  { field: "phone", kind: "text", isEditable: true },
  { field: "connectedAt", kind: "day", isEditable: false },
  { field: "lastInteractionAt", kind: "moment", isEditable: false },
  { field: "keepInTouchDays", kind: "number", isEditable: true },
  { field: "source", kind: "text", isEditable: true },
  { field: "connections", kind: "text", isEditable: false },
  { field: "followers", kind: "text", isEditable: false },
  { field: "recommendationsReceived", kind: "number", isEditable: false },
  { field: "recommendationsGiven", kind: "number", isEditable: false },
];

export const JOB_FACTS: readonly FactOf<Job>[] = [
  { field: "title", kind: "text", isEditable: true },
  { field: "companyName", kind: "text", isEditable: true },
  { field: "location", kind: "text", isEditable: true },
  { field: "workplace", kind: "text", isEditable: true },
  { field: "employmentType", kind: "text", isEditable: true },
  { field: "seniority", kind: "text", isEditable: true },
  { field: "educationText", kind: "text", isEditable: true },
  { field: "startDate", kind: "text", isEditable: true },
  { field: "postedAt", kind: "day", isEditable: false },
  { field: "postedText", kind: "text", isEditable: false },
  { field: "applicantsText", kind: "text", isEditable: false },
  { field: "recruiterName", kind: "text", isEditable: true },
  { field: "reference", kind: "text", isEditable: true },
];

export const COMPANY_FACTS: readonly FactOf<Company>[] = [
  { field: "name", kind: "text", isEditable: true },
  { field: "industry", kind: "text", isEditable: true },
  { field: "headquarters", kind: "text", isEditable: true },
  { field: "employees", kind: "text", isEditable: true },
  { field: "website", kind: "text", isEditable: true },
  { field: "legalName", kind: "text", isEditable: true },
  { field: "siret", kind: "text", isEditable: true },
  { field: "followers", kind: "text", isEditable: false },
];

/** A row without its name is no row: these may be changed, never emptied. */
const NAMES = new Set(["fullName", "title", "name"]);

export function mayBeEmpty(field: string): boolean {
  return !NAMES.has(field);
}

/** What was typed, as it is kept: null clears; a number that is none is refused as undefined. */
export function typedValue(kind: FactKind, typed: string): string | number | null | undefined {
  const value = typed.trim();
  if (value === "") return null;
  if (kind !== "number") return value;
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
