import type { SnapElement, SnapNode, Snapshot } from "./tree";

/** A page of which more than this is kept would be no page that a person reads. */
const MOST_NODES = 40_000;
const MOST_CHARACTERS = 1_500_000;
const DEEPEST = 300;
const LONGEST_VALUE = 2000;

/** What runs, loads, draws, or holds what somebody typed. Of a drawing the name remains, of a field its name. */
const DROPPED = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME FRAME OBJECT EMBED VIDEO AUDIO CANVAS SOURCE TRACK PORTAL BASE MATH CODE OPTION".split(
    " ",
  ),
);
const HOLLOW = new Set("SVG INPUT TEXTAREA SELECT IMG META LINK BR HR".split(" "));

const KEPT = new Set(
  (
    "id class role hidden aria-hidden aria-label alt lang dir datetime name property rel type " +
    "componentkey data-testid data-view-name data-sdui-screen data-sdui-component data-display-contents " +
    "data-section data-modal data-test-id data-test-icon data-event-urn data-conversation-urn aria-current data-job-id data-entity-urn data-occludable-job-id data-urn data-delayed-url"
  ).split(" "),
);
const ADDRESSES = new Set("href src content action".split(" "));
/** A class that says something; one made by a compiler says nothing and changes every week. */
const SPEAKING_CLASS = /^(?:a11y|[a-z]+)(?:[-_]{1,2}[a-z0-9]+)*$/i;
const TAG = /^[a-z][a-z0-9-]*$/;

/**
 * The page as text and structure. It only reads, like the readers: it runs in the page, after the capture has been
 * shown, and is bounded whatever the page holds.
 */
export function takeSnapshot(url: string, doc: Document, now: Date = new Date()): Snapshot {
  let nodes = 0;
  let characters = 0;
  let isCut = false;

  const keep = (el: Element, depth: number): SnapElement => {
    const tag = el.tagName.toLowerCase();
    const kept: SnapElement = { tag: TAG.test(tag) ? tag : "span" };
    const attrs = attributesOf(el);
    for (const [name, value] of attrs) characters += name.length + value.length;
    if (attrs.length > 0) kept.attrs = Object.fromEntries(attrs);
    if (HOLLOW.has(el.tagName.toUpperCase())) return kept;
    const children = childrenOf(el, depth + 1);
    if (children.length > 0) kept.children = children;
    return kept;
  };
  const childrenOf = (el: Element, depth: number): SnapNode[] => {
    const children: SnapNode[] = [];
    for (const node of el.childNodes) {
      const isDropped = node.nodeType === 1 && DROPPED.has((node as Element).tagName.toUpperCase());
      if (isDropped || (node.nodeType !== 1 && node.nodeType !== 3)) continue;
      if (nodes >= MOST_NODES || characters >= MOST_CHARACTERS || depth > DEEPEST) {
        isCut = true;
        break;
      }
      nodes++;
      if (node.nodeType === 1) children.push(keep(node as Element, depth));
      else {
        // Where a page shows its line feeds they are what somebody wrote.
        const text = (node.nodeValue ?? "").replace(/[^\S\n]+/g, " ").replace(/\s*\n\s*/g, "\n");
        characters += text.length;
        if (text !== "") children.push(text);
      }
    }
    return children;
  };

  const root = keep(doc.documentElement, 0);
  return { url, takenAt: now.toISOString(), isCut, root };
}

function attributesOf(el: Element): [string, string][] {
  const kept: [string, string][] = [];
  for (const { name, value } of el.attributes) {
    const held = valueOf(el, name.toLowerCase(), value);
    if (held !== undefined) kept.push([name.toLowerCase(), held]);
  }
  return kept;
}

function valueOf(el: Element, name: string, value: string): string | undefined {
  if (name === "class") {
    const speaking = value.split(/\s+/).filter((one) => SPEAKING_CLASS.test(one));
    return speaking.length > 0 ? speaking.join(" ").slice(0, LONGEST_VALUE) : undefined;
  }
  // Of a style only whether the element is shown: that is what decides which words a person saw.
  if (name === "style") return /display:\s*none/.test(value) ? "display:none" : undefined;
  if (name === "content" && !/url|pagekey/i.test(nameOf(el))) return undefined;
  if (ADDRESSES.has(name)) return addressOf(name, value);
  return KEPT.has(name) ? value.slice(0, LONGEST_VALUE) : undefined;
}

const nameOf = (el: Element): string =>
  `${el.getAttribute("property") ?? ""} ${el.getAttribute("name") ?? ""}`;

/** An address that leads somewhere, or a page's key; never one that runs or carries its own content. */
function addressOf(name: string, value: string): string | undefined {
  const isSafe =
    value.length <= LONGEST_VALUE &&
    (/^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(value) ||
      (name === "content" && /^[\w-]+$/.test(value)));
  return isSafe ? value : undefined;
}
