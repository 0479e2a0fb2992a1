/**
 * A page as data: written to HTML for parsers, sent as JSON to the browser that builds it node by node.
 * Only so can a link stand inside a link, as it does on the server-driven pages: a parser would take it apart.
 */
export type Attributes = Record<string, string | number | true | undefined>;
export type Part = string | undefined | Element | Lazy | Comment | Part[];
export type Element = { tag: string; attributes: Record<string, string>; children: Part[] };
/** A section that comes when its place is scrolled near. */
export type Lazy = { lazy: Element };
export type Comment = { comment: string };

export function h(tag: string, attributes: Attributes = {}, ...children: Part[]): Element {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) kept[name] = value === true ? "" : String(value);
  }
  return { tag, attributes: kept, children };
}

export function lazy(element: Element): Lazy {
  return { lazy: element };
}

/** The empty comments that Ember leaves where a condition was false. */
export const gap: Comment = { comment: "" };

const VOID = new Set(["area", "br", "hr", "img", "input", "link", "meta"]);

/** HTML of a part; sections that wait for a scroll are left out unless `loaded`. */
export function toHtml(part: Part, loaded = false): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escapeText(part);
  if (Array.isArray(part)) return part.map((child) => toHtml(child, loaded)).join("");
  if ("lazy" in part) return loaded ? toHtml(part.lazy, loaded) : "";
  if ("comment" in part) return `<!--${part.comment}-->`;
  const attributes = Object.entries(part.attributes)
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"`)
    .join("");
  if (VOID.has(part.tag)) return `<${part.tag}${attributes}>`;
  return `<${part.tag}${attributes}>${toHtml(part.children, loaded)}</${part.tag}>`;
}

/** The form `client.js` builds from: text, [tag, attributes, children], or {lazy}. */
export type Wire = string | { lazy: Wire } | [string, Record<string, string>, Wire[]];

export function toWire(part: Part): Wire[] {
  if (part === undefined) return [];
  if (typeof part === "string") return [part];
  if (Array.isArray(part)) return part.flatMap(toWire);
  if ("comment" in part) return [];
  if ("lazy" in part) return [{ lazy: toWire(part.lazy)[0]! }];
  return [[part.tag, part.attributes, part.children.flatMap(toWire)]];
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
