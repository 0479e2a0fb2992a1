import { sameJson, type Json } from "@/lib/sync/json";
import type { Capture, SectionState } from "./capture";
import { derive } from "./derive";
import { correctedKeys, isKeyedList, longer, mergeList, type Entry } from "./merge-list";

export type Change = { field: string; before?: Json; after?: Json };
/** Flat fields to write, the facts among them that differ from what stood, and those a person's own word holds back. */
export type Merged = {
  fields: Record<string, Json>;
  changes: Change[];
  held: Record<string, Json>;
};
/** A row as screens read it. */
export type Standing = Record<string, unknown> | undefined;

type Passport = Record<string, { source: string; family?: string } | undefined>;

const LONG_TEXTS = new Set(["about", "description"]);
/** Where a fact comes from, not a fact: no news when it changes. */
const QUIET = new Set([
  "photoUrl",
  "profileUrl",
  "url",
  "memberUrn",
  "postedText",
  "logoUrl",
  "linkedInUrl",
]);
const RANK: Record<SectionState, number> = { notLoaded: 0, absent: 1, cutOff: 2, present: 3 };

/**
 * What a capture adds to a row. Nothing is cleared, what a person typed stays, of two long texts the longer
 * stays, and a part of a list never shortens it. The same capture twice writes nothing the second time.
 */
export function mergeCapture(existing: Standing, capture: Capture): Merged {
  const standing = (existing ?? {}) as Record<string, Json | undefined>;
  const passport = (standing.passport ?? {}) as Passport;
  const fields: Record<string, Json> = {};
  const changes: Change[] = [];
  const held: Record<string, Json> = {};
  const shown = new Set((capture.taught ?? []).flatMap((one) => (one.taken ? fieldOf(one) : [])));
  const record = { ...capture.record, ...derive(capture.record ?? {}) } as Record<string, Json>;

  for (const [field, value] of Object.entries(record)) {
    const before = standing[field];
    if (isEmpty(value)) continue;
    if (passport[field]?.source === "user") {
      held[field] = value;
      continue;
    }
    const isShown = shown.has(field);
    if (!isShown && isOrphan(field, standing, capture)) continue;
    // What a person pointed at stands as it is; of a list only entries were.
    const isWhole = isShown && !Array.isArray(value);
    const after = isWhole ? value : settle(field, before, value, capture, passport, isShown);
    if (before !== undefined && sameJson(before, after)) continue;
    fields[field] = after;
    fields[`passport/${field}`] = passportOf(field, capture, isShown);
    if (!QUIET.has(field)) changes.push({ field, ...(before !== undefined && { before }), after });
  }

  const sections = (standing.sections ?? {}) as Record<string, SectionState>;
  for (const [section, state] of Object.entries(capture.sections)) {
    const known = sections[section];
    if (known === undefined || RANK[state] > RANK[known]) fields[`sections/${section}`] = state;
  }
  if (standing.capturedAt === undefined || (standing.capturedAt as string) < capture.capturedAt) {
    fields.capturedAt = capture.capturedAt;
  }
  return { fields, changes, held };
}

const fieldOf = ({ field }: { field: string }): string => field.split(".")[0] ?? field;

function settle(
  field: string,
  before: Json | undefined,
  value: Json,
  capture: Capture,
  passport: Passport,
  isShown: boolean,
): Json {
  if (LONG_TEXTS.has(field)) return longer(before, value);
  if (field === "contact") return mergeContact(before, value);
  if (!isKeyedList(field) || !Array.isArray(before)) return value;
  // A public page shows strangers what its owner lets them see; a CV or an export knows more than a page.
  const isWhole =
    capture.sections[field] === "present" &&
    capture.family !== "guest" &&
    (passport[field]?.source ?? "capture") === "capture";
  const extent = isWhole ? "whole" : "part";
  const keys = isShown ? correctedKeys(field) : undefined;
  return mergeList(field, before as Entry[], value as Entry[], extent, keys);
}

/** Ways to reach somebody add up: another source may know more of them than the page shows. */
function mergeContact(before: Json | undefined, value: Json): Json {
  const held = (before ?? {}) as Record<string, Json>;
  const merged = { ...held };
  for (const [kind, ways] of Object.entries(value as Record<string, Json>)) {
    const known = held[kind];
    const isList = Array.isArray(known) && Array.isArray(ways);
    merged[kind] = isList
      ? [...known, ...ways.filter((way) => !known.some((one) => sameJson(one, way)))]
      : ways;
  }
  return merged;
}

/**
 * The top card's company, without the experience section, does not replace one that stands with a position:
 * the old title at the new company would be a fact nobody stated.
 */
function isOrphan(
  field: string,
  standing: Record<string, Json | undefined>,
  capture: Capture,
): boolean {
  if (field !== "company" || !capture.record || "position" in capture.record) return false;
  return standing.company !== undefined && standing.position !== undefined;
}

function passportOf(field: string, { capturedAt, family }: Capture, isShown: boolean): Json {
  const shown = family === "guest" ? "public" : "signedIn";
  const visibility = field === "contact" ? "firstDegree" : shown;
  const where = { ...(family && { family }), ...(isShown && { taught: true }) };
  return { source: "capture", at: capturedAt, visibility, ...where };
}

function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (Array.isArray(value) && value.length === 0)
  );
}
