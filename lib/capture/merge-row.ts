import type { Json } from "@/lib/sync/json";
import type { Capture, JobRecord, PersonRecord } from "./capture";
import { taughtOf } from "./taught/patch-rows";
import { mergeCapture, type Merged, type Standing } from "./merge";

/** A list cuts these short, or names only the nearest town, where a page of its own says all. */
const SHORTENED = ["fullName", "headline", "location", "title", "companyName"] as const;
/** Addresses of pictures are signed anew at each visit: one that stands is as good. */
const ENOUGH_ONCE = ["photoUrl"] as const;

/**
 * What one row of a list adds to the row of the notebook: like a page of its own, but the words of a list never
 * take the place of fuller ones, and a row that says nothing new writes nothing.
 */
export function mergeRow(
  existing: Standing,
  capture: Capture,
  record: PersonRecord | JobRecord,
): Pick<Merged, "fields" | "changes"> {
  const standing = (existing ?? {}) as Record<string, Json | undefined>;
  const shown = { ...record } as Record<string, Json | undefined>;
  for (const field of SHORTENED) {
    if (isBeginning(shown[field], standing[field])) delete shown[field];
  }
  for (const field of ENOUGH_ONCE) if (standing[field] !== undefined) delete shown[field];
  // "2026-05-17" says nothing that the moment of that day does not.
  if (isBeginning(shown.connectedAt, standing.connectedAt)) delete shown.connectedAt;

  const { fields, changes } = mergeCapture(existing, {
    ...capture,
    record: shown,
    sections: {},
    taught: taughtOf(capture, record),
  });
  // When the page of the person was read stays true: nobody opened it.
  if (standing.capturedAt !== undefined) delete fields.capturedAt;
  return { fields, changes };
}

function isBeginning(shown: Json | undefined, standing: Json | undefined): boolean {
  if (typeof shown !== "string" || typeof standing !== "string") return false;
  const start = shown.replace(/[\s.…,]+$/u, "").toLowerCase();
  return standing.length > shown.length && standing.toLowerCase().startsWith(start);
}
