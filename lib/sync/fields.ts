import type { SyncRow } from "./change";
import { stampMs } from "./clock";
import type { Json } from "./json";
import { DELETED, latestStamp } from "./merge";

/**
 * Between registers and the row a screen reads. A set member is the register `tags/vip` (true or
 * false), a map entry `passport/headline`, a counter one register per device: `opened/<device>`.
 */

export type FieldKind = "set" | "map" | "counter";
export type Kinds = ReadonlyMap<string, FieldKind>;
export type Fields = Record<string, Json>;

/** A rendered row, and the registers that cannot be read back from it: cleared, false, counted. */
export type Folded = { fields: Fields; rest: Fields | undefined };

export function kindsOf(shape: {
  sets: readonly string[];
  maps: readonly string[];
  counters: readonly string[];
}): Kinds {
  const kinds = new Map<string, FieldKind>();
  for (const name of shape.sets) kinds.set(name, "set");
  for (const name of shape.maps) kinds.set(name, "map");
  for (const name of shape.counters) kinds.set(name, "counter");
  return kinds;
}

/** Derived or ours: never a register of its own. */
const RESERVED = new Set(["id", "updatedAt", "_sync", DELETED]);

export function fold(row: SyncRow, kinds: Kinds): Folded {
  const fields: Fields = {};
  let rest: Fields | undefined;
  const sets = new Map<string, string[]>();

  for (const field in row.data) {
    const value = row.data[field] as Json;
    const part = parts(field, kinds);
    if (part === undefined) {
      if (value !== null && !kinds.has(field) && !RESERVED.has(field)) fields[field] = value;
      else (rest ??= {})[field] = value;
    } else if (part.kind === "counter") {
      (rest ??= {})[field] = value;
      if (typeof value === "number")
        fields[part.name] = ((fields[part.name] as number) ?? 0) + value;
    } else if (part.kind === "map" && value !== null) {
      ((fields[part.name] ??= {}) as Fields)[part.member] = value;
    } else if (part.kind === "set" && value === true) {
      const members = sets.get(part.name);
      if (members) members.push(part.member);
      else sets.set(part.name, [part.member]);
    } else (rest ??= {})[field] = value;
  }

  for (const [name, members] of sets) fields[name] = members.sort();
  return { fields, rest };
}

/** The way back: `unfold(fold(row))` is `row`'s data. */
export function unfold(
  rendered: Fields,
  rest: Fields | undefined,
  kinds: Kinds,
  ignore?: readonly string[],
): Fields {
  const data: Fields = {};
  for (const field in rendered) {
    if (RESERVED.has(field) || ignore?.includes(field)) continue;
    const value = rendered[field] as Json;
    const kind = kinds.get(field);
    if (kind === undefined) data[field] = value;
    if (kind === "set") for (const name of value as string[]) data[memberField(field, name)] = true;
    if (kind === "map") {
      for (const name in value as Fields)
        data[memberField(field, name)] = (value as Fields)[name] as Json;
    }
  }
  return rest ? Object.assign(data, rest) : data;
}

/** When the row last changed, on any device: derived, so it costs no register. */
export function updatedAt(row: SyncRow): string {
  return new Date(stampMs(latestStamp(row))).toISOString();
}

/**
 * What an edit says, as registers: whole sets, maps and counters are taken apart against what
 * stands, `counter/+` adds to this device's share, member names are brought into allowed letters.
 */
export function expand(edit: Fields, standing: Fields, kinds: Kinds, cid: string): Fields {
  const flat: Fields = {};
  for (const [field, value] of Object.entries(edit)) {
    if (value === undefined || (RESERVED.has(field) && field !== DELETED)) continue;
    const slash = field.indexOf("/");
    const name = slash < 0 ? field : field.slice(0, slash);
    const kind = kinds.get(name);
    if (kind === undefined) flat[field] = value;
    else if (slash < 0) Object.assign(flat, takeApart(name, kind, value, standing, cid));
    else {
      const member = canonicalMember(field.slice(slash + 1));
      if (kind === "map") flat[`${name}/${member}`] = value;
      const register = `${name}/${member}`;
      if (kind === "set" && (value === true || standing[register] === true)) {
        flat[register] = value === true;
      }
      if (kind === "counter") {
        const own = field.endsWith("/+") ? `${name}/${cid}` : field;
        const before = field.endsWith("/+") ? (flat[own] ?? standing[own] ?? 0) : 0;
        flat[own] = Number(before) + Number(value);
      }
    }
  }
  return flat;
}

function takeApart(
  name: string,
  kind: FieldKind,
  value: Json,
  standing: Fields,
  cid: string,
): Fields {
  const flat: Fields = {};
  const held = Object.keys(standing).filter((field) => field.startsWith(`${name}/`));
  if (kind === "counter") {
    const own = `${name}/${cid}`;
    const others = held.filter((field) => field !== own);
    const sum = others.reduce((total, field) => total + Number(standing[field]), 0);
    return { [own]: Number(value ?? 0) - sum };
  }
  if (kind === "set") {
    for (const field of held) if (standing[field] === true) flat[field] = false;
    for (const member of (value ?? []) as string[]) flat[memberField(name, member)] = true;
    return flat;
  }
  for (const field of held) if (standing[field] !== null) flat[field] = null;
  for (const [member, entry] of Object.entries((value ?? {}) as Fields)) {
    if (entry !== undefined) flat[memberField(name, member)] = entry;
  }
  return flat;
}

function parts(
  field: string,
  kinds: Kinds,
): { name: string; member: string; kind: FieldKind } | undefined {
  const slash = field.indexOf("/");
  if (slash < 0) return undefined;
  const name = field.slice(0, slash);
  const kind = kinds.get(name);
  if (kind === undefined) return undefined;
  const member = decodeMember(field.slice(slash + 1));
  const faithful = member !== "__proto__" && memberField(name, member) === field;
  return faithful || kind === "counter" ? { name, member, kind } : undefined;
}

/** The register of a set's member or a map's entry. */
export function memberField(name: string, member: string): string {
  return `${name}/${encodeMember(member)}`;
}

/** What a field's name may not hold, and a slash that would read as the beginning of an escape. */
const UNSAFE =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /["\\\u0000-\u001f\u007f-\u009f\ud800-\udfff]|\/(?=[0-9a-f]{1,4}\.)/gu;
const ESCAPE = /\/([0-9a-f]{1,4})\./g;

/** Any text as part of a name: the few letters a name may not hold become `/hex.`. */
export function encodeMember(member: string): string {
  return member.replace(UNSAFE, (letter) => `/${letter.charCodeAt(0).toString(16)}.`);
}

export function decodeMember(encoded: string): string {
  return encoded.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A name given encoded (an undo) stays; one given as typed is encoded. */
function canonicalMember(member: string): string {
  return encodeMember(decodeMember(member)) === member ? member : encodeMember(member);
}
