import type { Json } from "@/lib/sync/json";

/** What a spreadsheet would take for a formula, or for the end of the cell before it. */
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * A cell that no spreadsheet computes: an apostrophe before whatever begins like a formula, and before one that
 * was made safe before, so that taking one apostrophe off gives back what stood.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function safeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A value as one cell: lists of words by `; `, whatever has parts as JSON. Numbers stay numbers, minus and all. */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null || value instanceof Blob) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return safeCell(value);
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    return safeCell(value.join("; "));
  }
  if (Array.isArray(value) && value.every(isNamed)) {
    return safeCell(value.map(({ name }) => name).join("; "));
  }
  return safeCell(JSON.stringify(value));
}

function isNamed(value: Json): value is { name: string } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return typeof value.name === "string" && Object.keys(value).length === 1;
}
