import type { Json } from "@/lib/sync/json";
import { joinNotes } from "./join-notes";
import { settleField, type Settled, type Side, type Taken } from "./settle-field";

/** A row as a screen reads it. */
export type Row = Readonly<Record<string, unknown>> & { id: string };
export type Fields = Record<string, Json>;
/** By field; what is left out is settled by its passports. */
export type Choices = Readonly<Record<string, Taken>>;

export type FieldPlan = Settled & { field: string; kept?: Json; gone?: Json };

export type MergePlan = {
  keptId: string;
  goneId: string;
  /** Every field of either row, in no order. */
  fields: FieldPlan[];
  /** What to write into the row that goes on: registers, as `save` takes them. */
  write: Fields;
};

/** Not facts to choose between: the row's own, or joined by a rule of their own. */
const OWN = new Set(["id", "createdAt", "updatedAt", "createdBy", "_sync", "passport", "sections"]);
const GOES_WITH_COMPANY = new Set(["position", "employerId"]);
const SETS = new Set(["tags", "keys"]);
const RANK: Record<string, number> = { notLoaded: 0, absent: 1, cutOff: 2, present: 3 };

/** Of two rows the older goes on, on every device: ids begin with the time they were made. */
export function inOrder<T extends { id: string }>(a: T, b: T): [kept: T, gone: T] {
  return a.id < b.id ? [a, b] : [b, a];
}

/**
 * What one row of two would be. The same whichever is named first; what a person typed wins, and where they
 * typed two different things the one that does not stand is kept among the notes.
 */
export function planMerge(a: Row, b: Row, choices: Choices = {}): MergePlan {
  const [kept, gone] = inOrder(a, b);
  const names = new Set([...Object.keys(kept), ...Object.keys(gone)]);
  const fields: FieldPlan[] = [];
  const write: Fields = {};
  const typedAndLost: string[] = [];

  const post = settleField(
    "company",
    sideOf(kept, "company"),
    sideOf(gone, "company"),
    choices["company"],
  );
  for (const field of names) {
    if (OWN.has(field) || SETS.has(field)) continue;
    const [one, other] = [sideOf(kept, field), sideOf(gone, field)];
    const settled =
      choices[field] === undefined && GOES_WITH_COMPANY.has(field)
        ? withCompany(field, one, other, post)
        : settleField(field, one, other, choices[field]);
    if (!settled) continue;
    const { value } = one;
    fields.push({
      field,
      ...settled,
      ...(value !== undefined && { kept: value }),
      ...(other.value !== undefined && { gone: other.value }),
    });
    if (settled.takes !== "kept" || settled.value === null) write[field] = settled.value;
    if (settled.takes === "gone") Object.assign(write, passportOf(gone, field));
    typedAndLost.push(...lostWords(settled, one, other));
  }

  for (const field of SETS) {
    for (const member of listOf(gone, field)) {
      if (!listOf(kept, field).includes(member)) write[`${field}/${member}`] = true;
    }
  }
  Object.assign(write, joinSections(kept, gone));
  const notes = String(write["notes"] ?? kept["notes"] ?? "");
  const missing = typedAndLost.filter((words) => !notes.includes(words));
  if (missing.length > 0) {
    write["notes"] = [notes, ...missing]
      .filter(Boolean)
      .reduce((all, words) => joinNotes(all, words));
  }
  return { keptId: kept.id, goneId: gone.id, fields, write };
}

/** The old title at the new firm would be a fact nobody stated: these come from where the company comes from. */
function withCompany(
  field: string,
  kept: Side,
  gone: Side,
  post: Settled | undefined,
): Settled | undefined {
  const isOneOf = post && (post.takes === "gone" || post.why !== "only") && post.why !== "same";
  const side = post?.takes === "gone" ? gone : kept;
  const other = post?.takes === "gone" ? kept : gone;
  if (!isOneOf || (other.isTyped && !side.isTyped)) return settleField(field, kept, gone);
  if (side.value !== undefined) return settleField(field, kept, gone, post.takes);
  return other.value === undefined ? undefined : { value: null, takes: post.takes, why: post.why };
}

function sideOf(row: Row, field: string): Side {
  const passport = row["passport"] as Record<string, { source?: string; at?: string }> | undefined;
  const entry = passport?.[field];
  const value = row[field];
  const read = typeof row["capturedAt"] === "string" ? row["capturedAt"] : String(row["createdAt"]);
  return {
    value: value === null ? undefined : (value as Json | undefined),
    isTyped: entry?.source === "user",
    at: entry?.at ?? read,
  };
}

function passportOf(row: Row, field: string): Fields {
  const entry = (row["passport"] as Fields | undefined)?.[field];
  return entry === undefined ? {} : { [`passport/${field}`]: entry };
}

/** A person typed both, and only one can stand. */
function lostWords({ takes, why }: Settled, kept: Side, gone: Side): string[] {
  if (takes === "both" || why === "same" || !kept.isTyped || !gone.isTyped) return [];
  const lost = takes === "kept" ? gone.value : kept.value;
  return typeof lost === "string" || typeof lost === "number" ? [String(lost)] : [];
}

function joinSections(kept: Row, gone: Row): Fields {
  const standing = (kept["sections"] ?? {}) as Record<string, string>;
  const other = (gone["sections"] ?? {}) as Record<string, string>;
  const better = Object.entries(other).filter(
    ([section, state]) => (RANK[state] ?? 0) > (RANK[standing[section] ?? ""] ?? -1),
  );
  return Object.fromEntries(better.map(([section, state]) => [`sections/${section}`, state]));
}

function listOf(row: Row, field: string): string[] {
  const held = row[field];
  return Array.isArray(held) ? (held as string[]) : [];
}
