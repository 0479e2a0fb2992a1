import type * as z from "zod";
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

/** What stood in a cell before it was made safe. */
export const unsafeCell = (cell: string): string =>
  FORMULA.test(cell) ? cell.replace(/^'/, "") : cell;

/** A value as one cell: lists of words by `; `, whatever has parts as JSON. Numbers stay numbers, minus and all. */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null || value instanceof Blob) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return safeCell(value);
  const words = Array.isArray(value) ? wordsOf(value) : [];
  return safeCell(words.length > 0 ? words.join("; ") : JSON.stringify(value));
}

const isPlain = (word: string): boolean =>
  word !== "" && word.trim() === word && !/^[[{]|;/.test(word);

/** The words of a list that is nothing but words, where they come apart again as they were put together. */
function wordsOf(list: Json[]): string[] {
  const words = list.every((one) => typeof one === "string")
    ? list
    : list.every(isNamed) && list.map(({ name }) => name);
  return words && words.every(isPlain) ? words : [];
}

/** The value that a cell was made of, in the first form that the field may have; undefined where it has none. */
export function fieldFrom(cell: string, schema: z.ZodType): Json | undefined {
  const text = unsafeCell(cell);
  const words = text.split("; ");
  const forms: Json[] = [
    text,
    ...(text.trim() !== "" && Number.isFinite(Number(text)) ? [Number(text)] : []),
    ...(text === "true" || text === "false" ? [text === "true"] : []),
    ...(/^[[{]/.test(text) ? parsed(text) : []),
    words,
    words.map((name) => ({ name })),
  ];
  return forms.find((form) => schema.safeParse(form).success);
}

function parsed(text: string): Json[] {
  try {
    return [JSON.parse(text) as Json];
  } catch {
    // A word that begins with a bracket.
    return [];
  }
}

function isNamed(value: Json): value is { name: string } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return typeof value.name === "string" && Object.keys(value).length === 1;
}
