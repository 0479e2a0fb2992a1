import type { Json } from "@/lib/sync/json";
import type { TableName } from "@/lib/model/tables";

export type MergedTable = "people" | "companies";

/**
 * Where other rows point at a person or a company. `index` names what to look it up by; without one the table
 * is small and is read through. A test holds this list against the nouns.
 */
export type Reference = { table: TableName; field: string; index?: string };

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

/** The way back. An audience that named both rows names both again. */
export function turnedBack(
  value: unknown,
  gone: string,
  kept: string,
  namedBoth: boolean,
): Json | undefined {
  if (!names(value, kept)) return undefined;
  return namedBoth ? withBoth(value as Json, gone, kept) : turned(value, kept, gone);
}

function withBoth(value: Json, gone: string, kept: string): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map((one) => withBoth(one, gone, kept));
    return list.includes(kept) && !list.includes(gone) ? [...list, gone] : list;
  }
  const entries = Object.entries(value).map(([key, one]) => [key, withBoth(one, gone, kept)]);
  return Object.fromEntries(entries) as Json;
}
