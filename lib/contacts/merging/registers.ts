import { sameJson, type Json } from "@/lib/sync/json";
import type { Fields, Row } from "./plan-merge";

/** What a merge wrote, by register: null where nothing stood. */
export type Written = Record<string, { before: Json; after: Json }>;

/** A register of a row as a screen reads it: `tags/vip`, `passport/company`, or a plain field. */
export function valueAt(row: Row, register: string): Json {
  if (Object.hasOwn(row, register)) return (row[register] ?? null) as Json;
  const slash = register.indexOf("/");
  if (slash < 0) return null;
  const held = row[register.slice(0, slash)];
  const member = register.slice(slash + 1);
  if (Array.isArray(held)) return held.includes(member) ? true : null;
  if (typeof held !== "object" || held === null || !Object.hasOwn(held, member)) return null;
  return (held as Record<string, Json>)[member] as Json;
}

export function writtenBy(row: Row, write: Fields): Written {
  return Object.fromEntries(
    Object.entries(write)
      .map(([register, after]) => [register, { before: valueAt(row, register), after }] as const)
      .filter(([, { before, after }]) => !sameJson(before, after)),
  );
}

/** What brings back what stood: what was changed since stays as it was changed. */
export function takeBack(row: Row, written: Written): Fields {
  const back: Fields = {};
  for (const [register, { before, after }] of Object.entries(written)) {
    if (!sameJson(valueAt(row, register), after)) continue;
    const isMember = /^(?:tags|keys)\//.test(register);
    back[register] = isMember && before === null ? false : before;
  }
  return back;
}
