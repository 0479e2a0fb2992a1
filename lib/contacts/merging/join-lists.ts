import { sameJson, type Json } from "@/lib/sync/json";
import { fold } from "../fold";

type Item = Record<string, Json>;

/** What makes two entries of a list one: the first of these both have all of. */
const KEYS: readonly (readonly string[])[] = [
  ["title", "company", "startDate"],
  ["school", "degree"],
  ["name"],
  ["url"],
  ["number"],
  ["text"],
  ["title", "company"],
  ["title"],
  ["school"],
];

/** Both lists in one: what `first` has, in its order, then what only `second` knows. Nothing is left out. */
export function joinLists(first: readonly Json[], second: readonly Json[]): Json[] {
  const joined = [...first];
  for (const item of second) {
    const at = joined.findIndex((one) => isSame(one, item));
    if (at < 0) joined.push(item);
    else joined[at] = together(joined[at] as Json, item);
  }
  return joined;
}

function isSame(a: Json, b: Json): boolean {
  if (typeof a === "string" && typeof b === "string") return fold(a) === fold(b) && a !== "";
  if (!isItem(a) || !isItem(b)) return sameJson(a, b);
  const key = KEYS.find((fields) => fields.every((field) => has(a, field) && has(b, field)));
  if (!key) return sameJson(a, b);
  return key.every((field) => alike(a[field] as Json, b[field] as Json)) && !disagree(a, b);
}

/** Of one title at one firm twice, the dates tell that they are two. */
function disagree(a: Item, b: Item): boolean {
  return ["startDate", "endDate"].some(
    (field) => has(a, field) && has(b, field) && !sameJson(a[field], b[field]),
  );
}

function alike(a: Json, b: Json): boolean {
  if (typeof a === "string" && typeof b === "string") return fold(a) === fold(b);
  return sameJson(a, b);
}

function together(a: Json, b: Json): Json {
  if (!isItem(a) || !isItem(b)) return a;
  const joined = { ...b, ...a };
  for (const [field, value] of Object.entries(b)) {
    const held = a[field];
    const isLonger = typeof held === "string" && typeof value === "string";
    if (isLonger && field === "description" && value.length > held.length) joined[field] = value;
  }
  return joined;
}

const has = (item: Item, field: string): boolean =>
  item[field] !== undefined && item[field] !== null;

function isItem(value: Json): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
