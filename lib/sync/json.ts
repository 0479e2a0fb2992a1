export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Equality of values, blind to the order of keys. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a === undefined || b === undefined) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((value, index) => sameJson(value, b[index]));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}

/** What JSON would keep unchanged: no Date, no NaN, no undefined inside. */
export function isJson(value: unknown): value is Json {
  if (value === null) return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return typeof value === "string" || typeof value === "boolean";
  if (Array.isArray(value)) return value.every(isJson);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isJson);
}

/** How many bytes the value takes as JSON, or somewhat more; cheaper than writing it. */
export function weigh(value: Json): number {
  if (typeof value === "string") return weighText(value) + 2;
  if (typeof value === "number") return String(value).length;
  if (typeof value !== "object" || value === null) return 5;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + weigh(item) + 1, 2);
  let sum = 2;
  for (const key in value) sum += weighText(key) + 4 + weigh(value[key] as Json);
  return sum;
}

/** Letters that take one byte each. */
const PLAIN = /^[ !#-[\]-~]*$/;

function weighText(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += 2;
    else if (code < 0x20) bytes += 5;
    else if (code === 0x22 || code === 0x5c) bytes += 1;
  }
  return bytes;
}

/** One text per value whatever the order of its keys: breaks a tie the same way everywhere. */
export function canonical(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Json)}`).join(",")}}`;
}
