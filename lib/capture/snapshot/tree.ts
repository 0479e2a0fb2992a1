/** A part of a page as it is kept: a text, or an element with what remains of its attributes. */
export type SnapNode = string | SnapElement;
export type SnapElement = { tag: string; attrs?: Record<string, string>; children?: SnapNode[] };

/** A page as it stood when it was captured: words and structure, nothing that could run or be loaded. */
export type Snapshot = {
  url: string;
  /** UTC instant. */
  takenAt: string;
  /** The page was longer than what is kept of one. */
  isCut: boolean;
  root: SnapElement;
};

export const isElement = (node: SnapNode): node is SnapElement => typeof node !== "string";

/** Every element, each before what it holds. */
export function* everyElement(root: SnapElement): Generator<SnapElement> {
  yield root;
  for (const child of root.children ?? []) if (isElement(child)) yield* everyElement(child);
}
