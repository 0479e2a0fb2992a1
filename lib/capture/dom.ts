export const all = (root: ParentNode, selector: string): Element[] => [
  ...root.querySelectorAll(selector),
];

/** Those of the elements that lie in no other of them. */
export function outermost(elements: Element[]): Element[] {
  const set = new Set(elements);
  return elements.filter((el) => {
    for (let up = el.parentElement; up; up = up.parentElement) if (set.has(up)) return false;
    return true;
  });
}

/** The smallest element that holds both. */
export function commonAncestor(a: Element, b: Element): Element {
  let up: Element = a;
  while (!up.contains(b) && up.parentElement) up = up.parentElement;
  return up;
}

/** The last node of the document: where a cut-off file was cut. */
export function lastElement(root: Element): Element {
  let last = root;
  while (last.lastElementChild) last = last.lastElementChild;
  return last;
}

/** A picture's address, if it is one that can be shown again: not a placeholder, not data. */
export function pictureUrl(img: Element | null | undefined): string | undefined {
  const src = img?.getAttribute("src") || img?.getAttribute("data-delayed-url") || "";
  const usable = src.startsWith("https://") && !/\/\/static\.licdn\.com\//.test(src);
  return usable ? src : undefined;
}
