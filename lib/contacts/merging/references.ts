import type { Json } from "@/lib/sync/json";
import type { TableName } from "@/lib/model/tables";

export type MergedTable = "people" | "companies";

/**
 * Where other rows point at a person or a company. `index` names what to look it up by; without one the table
 * is small and is read through. `owner` says that the ids lie deep inside the field, in the evidence of a
 * score, and that `index` names whose score it is. A test holds this list against the nouns.
 */
export type Reference = {
  table: TableName;
  field: string;
  index?: string;
  owner?: "people" | "candidates";
};

const OF_PERSON = { index: "personId", owner: "people" } as const;
const OF_CANDIDATE = { index: "[candidateId+jobId]", owner: "candidates" } as const;

export const REFERENCES: Readonly<Record<MergedTable, readonly Reference[]>> = {
  people: [
    { table: "companyContacts", field: "personId", index: "personId" },
    { table: "interactions", field: "personId", index: "[personId+at]" },
    { table: "messages", field: "personId", index: "[personId+createdAt]" },
    { table: "opportunities", field: "personId", index: "personId" },
    { table: "enrolments", field: "personId", index: "personId" },
    { table: "tasks", field: "personId", index: "personId" },
    { table: "candidates", field: "personId", index: "personId" },
    { table: "documents", field: "personId", index: "personId" },
    { table: "applications", field: "personId", index: "personId" },
    { table: "profileReviews", field: "personId" },
    { table: "notifications", field: "relatedId" },
    { table: "campaigns", field: "audience" },
    { table: "automations", field: "target" },
    { table: "opportunities", field: "factors", ...OF_PERSON },
    { table: "candidates", field: "scores", ...OF_PERSON },
    { table: "candidates", field: "predictions", ...OF_PERSON },
    { table: "matches", field: "strengths", ...OF_CANDIDATE },
    { table: "matches", field: "weaknesses", ...OF_CANDIDATE },
    { table: "matches", field: "risks", ...OF_CANDIDATE },
    { table: "matches", field: "opportunities", ...OF_CANDIDATE },
  ],
  companies: [
    { table: "people", field: "employerId", index: "employerId" },
    { table: "jobs", field: "employerId", index: "employerId" },
    { table: "companyContacts", field: "employerId", index: "employerId" },
    { table: "placements", field: "employerId", index: "[employerId+startDate]" },
    { table: "templates", field: "employerId" },
    { table: "notifications", field: "relatedId" },
  ],
};

/** The value of a reference with one id in the place of another, however deep; undefined where it is not named. */
export function turned(value: unknown, from: string, to: string): Json | undefined {
  return names(value, from) ? swapped(value as Json, from, to) : undefined;
}

/** Whether the id is named anywhere in the value: a list of people inside an audience, say. */
export function names(value: unknown, id: string): boolean {
  if (typeof value !== "object" || value === null) return value === id;
  return Object.values(value).some((one) => names(one, id));
}

function swapped(value: Json, from: string, to: string): Json {
  if (typeof value !== "object" || value === null) return value === from ? to : value;
  if (Array.isArray(value)) {
    const list = value.map((one) => swapped(one, from, to));
    return list.filter((one, at) => one !== to || list.indexOf(to) === at);
  }
  const entries = Object.entries(value).map(([key, one]) => [key, swapped(one, from, to)]);
  return Object.fromEntries(entries) as Json;
}

/**
 * Where in the value an id stands as a word of its own (`0.evidence.1.id`), not as one of a list. Where a value
 * names both rows, the way back has to know which was which.
 */
export function placesOf(value: unknown, id: string, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const place = at === "" ? key : `${at}.${key}`;
    if (one === id) return Array.isArray(value) ? [] : [place];
    return placesOf(one, id, place);
  });
}

/** The way back. A value that named both rows names both again: a list has the one beside the other. */
export function turnedBack(
  value: unknown,
  gone: string,
  kept: string,
  both: { places: readonly string[] } | undefined,
): Json | undefined {
  if (!names(value, kept)) return undefined;
  if (!both) return turned(value, kept, gone);
  return withBoth(value as Json, gone, kept, new Set(both.places));
}

function withBoth(
  value: Json,
  gone: string,
  kept: string,
  places: ReadonlySet<string>,
  at = "",
): Json {
  if (typeof value !== "object" || value === null) {
    return value === kept && places.has(at) ? gone : value;
  }
  const inside = (one: Json, key: string | number) =>
    withBoth(one, gone, kept, places, at === "" ? String(key) : `${at}.${key}`);
  if (Array.isArray(value)) {
    const list = value.map(inside);
    return list.includes(kept) && !list.includes(gone) ? [...list, gone] : list;
  }
  const entries = Object.entries(value).map(([key, one]) => [key, inside(one, key)]);
  return Object.fromEntries(entries) as Json;
}
