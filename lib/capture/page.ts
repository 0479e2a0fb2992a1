import type {
  Family,
  JobRecord,
  PageKind,
  PersonRecord,
  Problem,
  Sections,
  Unparsed,
} from "./capture";
import { lastElement } from "./dom";
import type { Address } from "./url";

/** What every reader is given. A cut-off page ends before its own end: a file cut short, a page still arriving. */
export type Page = { doc: Document; address: Address; ending: "whole" | "cutOff"; now: Date };

export type Reading =
  | { record: PersonRecord | JobRecord; sections: Sections; unparsed: Unparsed[] }
  | { refused: Problem };

/**
 * One kind of page in one family. `find` gives the element that shows the page is this reader's and has
 * arrived; `read` then reads from it, or refuses.
 */
export type Reader = {
  kind: PageKind;
  family: Family;
  find(page: Page): Element | null;
  read(page: Page, scope: Element): Reading;
};

/** True for the part of a cut-off page that holds the cut: what is missing of it nobody knows. */
export function isCut({ doc, ending }: Page, part: Element): boolean {
  return ending === "cutOff" && part.contains(lastElement(doc.documentElement));
}

export const SECTIONS = [
  "about",
  "experience",
  "education",
  "skills",
  "languages",
  "certifications",
] as const;
export type SectionName = (typeof SECTIONS)[number];
