import type { Json } from "@/lib/sync/json";

export type Entry = Record<string, Json>;

/** What makes two entries of a list the same one, most telling first. */
const KEYS = {
  experience: [
    ["title", "company", "startDate"],
    ["title", "companyId", "startDate"],
    ["title", "company"],
  ],
  education: [
    ["school", "degree", "startDate"],
    ["school", "degree"],
    ["school", "startDate"],
  ],
  skills: [["name"]],
  languages: [["name"]],
  certifications: [["name", "issuer"], ["name"]],
  projects: [["title", "startDate"], ["title"]],
  volunteering: [["title", "organization", "startDate"], ["title", "organization"], ["title"]],
  honors: [["title", "startDate"], ["title"]],
  publications: [["title"]],
  patents: [["title", "number"], ["number"], ["title"]],
  courses: [["title", "number"], ["title"]],
  testScores: [["title", "startDate"], ["title"]],
  organizations: [["title", "role"], ["title"]],
} satisfies Record<string, string[][]>;
type Keyed = keyof typeof KEYS;

/** Where a person corrected one of an entry's names, the others and its dates still say which it is. */
export const correctedKeys = (field: Keyed): readonly (readonly string[])[] => [
  ...KEYS[field],
  ["startDate", "company"],
  ["startDate", "title"],
  ["startDate", "school"],
];

/** Lists whose entries are told apart by what stands in them. */
export const isKeyedList = (field: string): field is Keyed => field in KEYS;

/** Fields that are one fact together: an entry that got an end has no open end left. */
const DATES = ["startDate", "endDate", "current"];

/**
 * The list after a capture. A whole list says what there is; a part of one adds to what stands and takes
 * nothing away. In both an entry keeps what the capture did not show of it.
 */
export function mergeList(
  field: Keyed,
  standing: readonly Entry[],
  captured: readonly Entry[],
  extent: "whole" | "part",
  keys: readonly (readonly string[])[] = KEYS[field],
): Entry[] {
  const left = [...standing];
  const merged = captured.map((entry) => {
    const at = findSame(keys, left, entry);
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return same ? mergeEntry(same, entry) : entry;
  });
  return extent === "whole" ? merged : [...merged, ...left];
}

function findSame(
  keys: readonly (readonly string[])[],
  list: readonly Entry[],
  entry: Entry,
): number {
  for (const key of keys) {
    const name = keyOf(key, entry);
    const at = name === undefined ? -1 : list.findIndex((one) => keyOf(key, one) === name);
    if (at >= 0) return at;
  }
  // What both leave out is no difference: a title alone is the same title alone.
  const [key = []] = keys;
  const shown = JSON.stringify(partsOf(key, entry));
  return list.findIndex((one) => JSON.stringify(partsOf(key, one)) === shown);
}

function keyOf(key: readonly string[], entry: Entry): string | undefined {
  const parts = partsOf(key, entry);
  return parts.includes(null) ? undefined : JSON.stringify(parts).toLowerCase();
}

const partsOf = (key: readonly string[], entry: Entry): Json[] =>
  key.map((field) => entry[field] ?? null);

function mergeEntry(standing: Entry, captured: Entry): Entry {
  const merged = { ...standing };
  if (captured.startDate !== undefined) for (const field of DATES) delete merged[field];
  for (const [field, value] of Object.entries(captured)) {
    const before = standing[field];
    merged[field] = field === "description" ? longer(before, value) : value;
  }
  return merged;
}

/** Pages cut long texts: the longer one holds more of what was written. */
export function longer(before: Json | undefined, after: Json): Json {
  if (typeof before !== "string" || typeof after !== "string") return after;
  return after.length >= before.length ? after : before;
}
