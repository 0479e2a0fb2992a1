import type { Capture } from "@/lib/capture/capture";

const NAMES = ["title", "school", "name"];

/**
 * Every fact of a record as one text, those of an entry under its name, so that two readings compare as sets: an
 * entry less moves no other.
 */
export function factsOf({ record, records }: Pick<Capture, "record" | "records">): Set<string> {
  return new Set(flatten(record ?? records ?? {}, ""));
}

function flatten(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => flatten(one, path + nameOf(one)));
  if (typeof value !== "object" || value === null) return [`${path}=${String(value)}`];
  if ("year" in value) return [`${path}=${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${path}/${key}`));
}

function nameOf(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return "";
  const fields = entry as Record<string, unknown>;
  const name = NAMES.map((key) => fields[key]).find(Boolean);
  return `[${String(name)}${fields.startDate ? JSON.stringify(fields.startDate) : ""}]`;
}

export type Tally = { right: number; missing: string[]; wrong: string[] };

export function tally(expected: Set<string>, got: Set<string>): Tally {
  const right = [...got].filter((fact) => expected.has(fact)).length;
  return {
    right,
    wrong: [...got].filter((fact) => !expected.has(fact)),
    missing: [...expected].filter((fact) => !got.has(fact)),
  };
}
