import * as z from "zod";
import type { JsonSchema } from "./provider";

export type Read<Answer> = { ok: true; answer: Answer } | { ok: false; why: string };

/** The answer in a text, or what is wrong with it in words a model can act on. Fences and chatter around it are passed over. */
export function readAnswer<Answer>(text: string, schema: z.ZodType<Answer>): Read<Answer> {
  let why = "It holds no JSON object.";
  for (const candidate of candidates(text)) {
    let value: unknown;
    try {
      value = JSON.parse(candidate);
    } catch {
      why = "It is not valid JSON.";
      continue;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return { ok: true, answer: parsed.data };
    why = parsed.error.issues
      .slice(0, 5)
      .map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`)
      .join("; ");
  }
  return { ok: false, why };
}

/** The text itself, then every outermost pair of braces in it. */
function* candidates(text: string): Generator<string> {
  const trimmed = text.trim();
  if (trimmed.startsWith("{")) yield trimmed;
  let depth = 0;
  let start = -1;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"' && depth > 0) inString = true;
    else if (character === "{") {
      if (depth === 0) start = at;
      depth += 1;
    } else if (character === "}" && depth > 0) {
      depth -= 1;
      if (depth === 0) yield text.slice(start, at + 1);
    }
  }
}

/** Bounds that some providers refuse in a schema; the answer is held to them here. */
const BOUNDS = new Set([
  "$schema",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minimum",
  "maximum",
  "pattern",
  "format",
  "default",
]);

/** The schema as it is sent: every field required, nothing else allowed, no bounds. */
export function wireSchema(schema: z.ZodType): JsonSchema {
  return without(z.toJSONSchema(schema)) as JsonSchema;
}

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !BOUNDS.has(key))
      .map(([key, inner]) => [key, without(inner)]),
  );
}
