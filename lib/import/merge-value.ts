import { sameJson, type Json } from "@/lib/sync/json";
import { isSameItem, type ItemValue } from "./same-item";

/** What a field holds once the file has spoken, where that is more than the file's value put in its place. */
export function mergeValue(field: string, held: Json | undefined, given: Json): Json {
  if (held === undefined) return given;
  if (field === "lastInteractionAt" || field === "lastActivityAt") return later(held, given);
  if (field === "contact") return mergeContact(held, given);
  if (field === "imported" && isObject(held) && isObject(given)) return { ...held, ...given };
  if (field === "websites") return union(held, given, (one) => one);
  // One who has applied does not go back to having saved.
  if (field === "stage" && held !== "saved") return held;
  return given;
}

/** The list with the entry in it: brought up to date where it was, else put before the first that is older. */
export function mergeItem(
  list: string,
  held: Json | undefined,
  given: ItemValue,
  isGapsOnly: boolean,
): Json {
  const items = Array.isArray(held) ? (held as ItemValue[]) : [];
  const at = items.findIndex((item) => isSameItem(list, item, given));
  const known = items[at];
  if (known) {
    const next = isGapsOnly ? { ...given, ...known } : { ...known, ...given };
    return sameJson(next, known) ? items : items.with(at, next);
  }
  const since = monthsOf(given);
  const before = items.findIndex((item) => monthsOf(item) < since);
  return before < 0 ? [...items, given] : items.toSpliced(before, 0, given);
}

function later(held: Json, given: Json): Json {
  return typeof held === "string" && typeof given === "string" && held >= given ? held : given;
}

const SAME_BY: Record<string, (one: Json) => Json> = {
  emails: (one) => (typeof one === "string" ? one.toLowerCase() : one),
  phones: (one) => (isObject(one) ? String(one.number).replace(/\D/g, "") : one),
  websites: (one) => (isObject(one) ? (one.url ?? null) : one),
  messengers: (one) => (isObject(one) ? (one.name ?? null) : one),
};

function mergeContact(held: Json, given: Json): Json {
  if (!isObject(held) || !isObject(given)) return given;
  const merged = { ...held };
  for (const [name, value] of Object.entries(given)) {
    const sameBy = SAME_BY[name];
    merged[name] = sameBy ? union(held[name] ?? [], value, sameBy) : value;
  }
  return merged;
}

function union(held: Json, given: Json, keyOf: (one: Json) => Json): Json {
  if (!Array.isArray(held) || !Array.isArray(given)) return given;
  const keys = new Set(held.map((one) => JSON.stringify(keyOf(one))));
  return [...held, ...given.filter((one) => !keys.has(JSON.stringify(keyOf(one))))];
}

function monthsOf({ startDate }: ItemValue): number {
  if (!isObject(startDate)) return 0;
  return Number(startDate.year ?? 0) * 12 + Number(startDate.month ?? 0);
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
