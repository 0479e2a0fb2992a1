import { tables, type TableName } from "@/lib/model/tables";
import { sameJson, type Json } from "@/lib/sync/json";
import type { Fields, Item } from "./draft";
import { mergeItem, mergeValue } from "./merge-value";
import type { Row } from "./notebook";

/** What happens where file and notebook differ. `mine`: only gaps are filled. */
export type OnConflict = "file" | "mine";

export type Policy = {
  onConflict: OnConflict;
  /** When the file said so: a capture since then knows better. */
  at: string;
  source: "export" | "cv";
  /** A row as it stood: taken as it is, passports and all, with nothing added. */
  isExact?: true;
};

export type Change = { field: string; before?: Json; after: Json };

export type Compared = {
  /** What to write, with where it came from. */
  fields: Fields;
  /** What to write to stand as before: null where nothing stood. */
  back: Fields;
  changes: Change[];
  /** Differences left as the notebook has them: typed by the user, or known since. */
  kept: Change[];
};

type Draft = { fields: Fields; ifNew?: Fields; ifEmpty?: Fields; items?: readonly Item[] };

/** Fields that say who it is, how one stands, or nothing a page could contradict: they carry no passport. */
const PLAIN = new Set([
  "fullName",
  "firstName",
  "lastName",
  "name",
  "title",
  "publicId",
  "memberUrn",
  "profileUrl",
  "externalId",
  "url",
  "degree",
  "status",
  "isSelf",
  "imported",
  "lastInteractionAt",
  "lastActivityAt",
  "keepInTouchDays",
  "source",
]);

/** What a new row is made of. */
export function newFields(table: TableName, draft: Draft, policy: Policy): Fields {
  const values: Fields = { ...draft.ifNew, ...draft.ifEmpty, ...draft.fields };
  for (const { list, value } of draft.items ?? []) {
    values[list] = mergeItem(list, values[list], value, false);
  }
  return { ...values, ...passports(table, Object.keys(values), policy) };
}

/** What the draft changes in a row that is there. */
export function compareRow(table: TableName, draft: Draft, row: Row, policy: Policy): Compared {
  const compared: Compared = { fields: {}, back: {}, changes: [], kept: [] };
  const isGapsOnly = policy.onConflict === "mine";

  const put = (field: string, after: Json, isSettled: boolean) => {
    const before = valueAt(row, field);
    if (sameJson(before, after)) return;
    const change: Change = before === undefined ? { field, after } : { field, before, after };
    if (before !== undefined && isSettled) {
      compared.kept.push(change);
      return;
    }
    compared.fields[field] = after;
    compared.back[field] = before ?? null;
    compared.changes.push(change);
  };

  for (const [field, given] of Object.entries(draft.fields)) {
    const merged = policy.isExact ? given : mergeValue(field, valueAt(row, field), given);
    const isMore =
      !policy.isExact && (field === "contact" || field === "imported" || field === "websites");
    put(field, merged, !isMore && (isGapsOnly || isSettled(row, field, policy)));
  }
  for (const [field, value] of Object.entries(draft.ifEmpty ?? {})) {
    // A second address or number beside the first is no difference; another note would be lost in silence.
    if (field === "notes" || valueAt(row, field) === undefined) put(field, value, true);
  }
  for (const { list, value } of draft.items ?? []) {
    const isMine = isGapsOnly || isSettled(row, list, policy);
    put(list, mergeItem(list, valueAt(row, list), value, isMine), false);
  }
  const passport = passports(table, Object.keys(compared.fields), policy);
  for (const [field, entry] of Object.entries(passport)) {
    compared.back[field] = valueAt(row, field) ?? null;
    compared.fields[field] = entry;
  }
  return compared;
}

/** A register of a row as screens read it: `tags/vip`, `passport/company`, or a plain field. */
export function valueAt(row: Row, field: string): Json | undefined {
  if (Object.hasOwn(row, field)) return (row[field] ?? undefined) as Json | undefined;
  const slash = field.indexOf("/");
  if (slash < 0) return undefined;
  const held = row[field.slice(0, slash)];
  const member = field.slice(slash + 1);
  if (Array.isArray(held)) return held.includes(member) ? true : undefined;
  if (typeof held !== "object" || held === null || !Object.hasOwn(held, member)) return undefined;
  return (held as Record<string, Json>)[member];
}

function isSettled(row: Row, field: string, { at, isExact }: Policy): boolean {
  if (isExact) return false;
  const entry = valueAt(row, `passport/${field}`);
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return false;
  return entry.source === "user" || (typeof entry.at === "string" && entry.at > at);
}

function passports(table: TableName, fields: readonly string[], policy: Policy): Fields {
  const maps: readonly string[] = tables[table].maps;
  if (policy.isExact || !maps.includes("passport")) return {};
  const [plain, contact] = entriesFor(policy);
  const entries = fields
    .filter((field) => !PLAIN.has(field) && !field.includes("/"))
    .map((field) => [`passport/${field}`, field === "contact" ? contact : plain]);
  return Object.fromEntries(entries) as Fields;
}

const shared = new Map<string, [plain: Json, contact: Json]>();

/** Thirty thousand people share the two entries their export gives. */
function entriesFor({ at, source }: Pick<Policy, "at" | "source">): [plain: Json, contact: Json] {
  const key = `${source} ${at}`;
  const known = shared.get(key);
  if (known) return known;
  const made: [Json, Json] = [
    { source, at },
    { source, at, visibility: "firstDegree" },
  ];
  shared.set(key, made);
  return made;
}
