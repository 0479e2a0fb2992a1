import type { PageKind } from "./capture";

/** Pages that are a list: of people, and of jobs. */
const LIST_KINDS = [
  "connections",
  "people-search",
  "company-people",
  "invitations",
  "job-search",
] as const;
export type ListKind = (typeof LIST_KINDS)[number] & PageKind;

/** What the page of a list is kept under: the list is no row of the notebook, and one page of each kind is enough. */
export const listKeyOf = (kind: ListKind, part: string): string =>
  `lists/${kind}${part && `-${part}`}`;

export const isListKind = (kind: string): kind is ListKind =>
  LIST_KINDS.some((list) => list === kind);
