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

export const isListKind = (kind: string): kind is ListKind =>
  LIST_KINDS.some((list) => list === kind);
