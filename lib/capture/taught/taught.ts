import type { Family } from "../capture";
import { isListKind, type ListKind } from "../list-kinds";
import type { Address } from "../url";

/**
 * What pages have in common that a lesson holds for: their kind, their family, and the part shown alone. Of a list
 * it holds for each row.
 */
export type Structure = { kind: OneKind | ListKind; family: Family; part: string };
/** Kinds of page that are about one person, job or company. */
export type OneKind = "profile" | "job" | "company";

/** The part of the page around the words, by a name that every page of the structure gives it. */
export type Scope = {
  by:
    | "componentkey"
    | "data-testid"
    | "id"
    | "anchor"
    | "data-section"
    | "data-view-name"
    | "class"
    | "main"
    /** The row of the list that is looked at. */
    | "row";
  /** `{id}` stands for the page's own person or job. */
  name: string;
};

/**
 * A block of the page in which words and a landmark stand, told by the tags of what it holds: another number of
 * lines above, a part more or less, and it is another block. The landmark is a heading, a link ("/company/*",
 * "/in/{id}/overlay/contact-info") so deep in the block or, where the block is the whole scope, nothing.
 */
export type Block = {
  by: "block";
  mark: { child: number; depth: number; link?: string } | null;
  tags: string;
  /** Which child holds the words, which of its lines, of how many. */
  child: number;
  line: number;
  lines: number;
};
/** A fact of each entry of a list: so many lines from its dates, or in an entry of so many lines without dates. */
export type EntryPlace = { by: "dates" | "lines"; step: number; shape: number };
export type Place = Block | EntryPlace;

/** Which part of a line: the words of the first element in it, or a piece of "place · type · how". */
export type Piece = "first" | { at: number; of: number };

/** Where words stand, without the words: names of structure, counts, nothing of the page it was shown on. */
export type Anchor = {
  scope: Scope;
  place: Place;
  /** The element that holds the words and the one around it: "p<div". */
  path: string;
  piece?: Piece;
  /** The field that the reader took the words for, when they were shown to be this one. */
  instead?: string;
};

export type Lesson = Structure & {
  /** The same for the same field in the same block: a new lesson takes the place of that one. */
  id: string;
  field: string;
  anchor: Anchor;
  /** UTC instant. */
  taughtAt: string;
};

/** What can be taught, in the order it is offered. */
const TAUGHT_FIELDS = {
  people: [
    "fullName",
    "headline",
    "location",
    "company",
    "position",
    "school",
    "about",
    "experience.title",
    "experience.company",
    "experience.location",
    "education.school",
    "education.degree",
  ],
  jobs: [
    "title",
    "companyName",
    "location",
    "workplace",
    "employmentType",
    "seniority",
    "postedText",
    "applicantsText",
    "description",
  ],
  companies: [
    "name",
    "tagline",
    "industry",
    "headquarters",
    "employees",
    "followers",
    "organizationType",
    "website",
    "phone",
    "description",
  ],
} as const;

/** What a row of a list may say. */
const ROW_FIELDS = {
  people: ["fullName", "headline", "location", "position", "company"],
  jobs: ["title", "companyName", "location", "workplace", "postedText"],
} as const;

const TABLES = { profile: "people", job: "jobs", company: "companies" } as const;

export const isOneKind = (kind: string | null): kind is OneKind =>
  kind !== null && Object.hasOwn(TABLES, kind);

export function fieldsToTeach({ kind }: Structure): readonly string[] {
  if (isListKind(kind)) return ROW_FIELDS[kind === "job-search" ? "jobs" : "people"];
  return TAUGHT_FIELDS[TABLES[kind]];
}

/** Texts of several lines. */
export const isLong = (field: string): boolean => field === "about" || field === "description";

/** "experience" and "title" of "experience.title"; undefined for a fact of the page itself. */
export function entryField(field: string): { list: string; key: string } | undefined {
  const [list, key] = field.split(".");
  return list && key ? { list, key } : undefined;
}

export function partOf(address: Address): string {
  if (address.kind === "invitations") return address.direction;
  return address.kind === "profile" ? (address.section ?? "") : "";
}

export function lessonId(
  { kind, family, part }: Structure,
  field: string,
  { scope, place }: Anchor,
): string {
  const shape = place.by === "block" ? place.tags : `${place.by} ${place.shape}`;
  return [kind, family, part, field, scope.by, scope.name, shape].join("|");
}
