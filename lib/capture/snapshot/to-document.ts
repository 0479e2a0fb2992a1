import { isElement, type SnapElement, type Snapshot } from "./tree";

/**
 * The kept page as a document, for the readers: `doc` is an empty one that no window shows, so that nothing in it
 * runs, loads or is seen. Elements are made one by one; no markup is parsed.
 */
export function toDocument({ root }: Snapshot, doc: Document): Document {
  for (const place of [doc.head, doc.body]) {
    while (place.firstChild) place.firstChild.remove();
    for (const part of root.children ?? []) {
      if (!isElement(part) || part.tag !== place.tagName.toLowerCase()) continue;
      dress(place, part);
      fill(place, part, doc);
    }
  }
  dress(doc.documentElement, root);
  return doc;
}

function fill(parent: Element, kept: SnapElement, doc: Document): void {
  for (const child of kept.children ?? []) {
    if (!isElement(child)) {
      parent.append(doc.createTextNode(child));
      continue;
    }
    const el = doc.createElement(child.tag);
    dress(el, child);
    fill(el, child, doc);
    parent.append(el);
  }
}

function dress(el: Element, { attrs = {} }: SnapElement): void {
  for (const [name, value] of Object.entries(attrs)) el.setAttribute(name, value);
}
