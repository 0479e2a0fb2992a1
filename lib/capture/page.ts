import type {
  AnyRecord,
  Family,
  JobRecord,
  PageKind,
  PersonRecord,
  Problem,
  ProblemCode,
  Sections,
  Unparsed,
} from "./capture";
import { lastElement } from "./dom";
import type { Address } from "./url";

/** A file may be cut short, a page may still be arriving: in both the document ends before the page does. */
export type Ending = "whole" | "cutOff" | "arriving";

/** What every reader is given. */
export type Page = { doc: Document; address: Address; ending: Ending; now: Date };

export type Reading =
  | {
      record: AnyRecord;
      /** The rows of the list beside it. */
      records?: JobRecord[];
      sections: Sections;
      unparsed: Unparsed[];
    }
  | ListReading
  | { refused: Problem };

/** The rows on the page, and which of them could not be kept and why. */
export type ListReading = {
  records: (PersonRecord | JobRecord)[];
  total?: string;
  problems: Problem[];
  sections: Sections;
  unparsed: Unparsed[];
};

/**
 * A row where it stands. `about` tells whom or what it is of, also where the row was not read; `record` is what it
 * says.
 */
export type OpenedRow<R = PersonRecord | JobRecord> = {
  el: Element;
  about?: R;
  record?: R;
  problem?: ProblemCode;
};

/**
 * One kind of page in one family. `find` gives the element that shows the page is this reader's and has
 * arrived; `read` then reads from it, or refuses.
 */
export type Reader = {
  kind: PageKind;
  family: Family;
  find(page: Page): Element | null;
  read(page: Page, scope: Element): Reading;
  /** Of a list: its rows, those among them, too, that could not be read. */
  rows?(page: Page, scope: Element): OpenedRow[];
};

/** True for the part of a cut-off page that holds the cut: what is missing of it nobody knows. */
export function isCut({ doc, ending }: Page, part: Element): boolean {
  return ending !== "whole" && part.contains(lastElement(doc.documentElement));
}

/** The parts of a profile, in the order a page shows them. */
export const SECTIONS = [
  "about",
  "services",
  "experience",
  "education",
  "certifications",
  "projects",
  "volunteering",
  "skills",
  "recommendations",
  "publications",
  "patents",
  "courses",
  "honors",
  "testScores",
  "languages",
  "organizations",
  "causes",
] as const;
export type SectionName = (typeof SECTIONS)[number];
