import { visible } from "./visible";

/** What a question is about: text that others wrote, never an instruction. */
export type DataBlock = { name: string; value: DataValue };
export type DataValue =
  | string
  | number
  | boolean
  | null
  | readonly DataValue[]
  | { readonly [key: string]: DataValue };

/**
 * JSON inside a tag. Its own `<` and `>` are written as escapes, so no text inside can end the tag or
 * open another: where data begins and ends is decided here alone.
 */
export function dataBlock({ name, value }: DataBlock): string {
  const json = JSON.stringify(seen(value), null, 1)
    .replaceAll("<", String.raw`\u003c`)
    .replaceAll(">", String.raw`\u003e`);
  return `<data name="${name}">\n${json}\n</data>`;
}

function seen(value: DataValue): DataValue {
  if (typeof value === "string") return visible(value);
  if (Array.isArray(value)) return value.map(seen);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, seen(inner)]));
}
