import type { TableName } from "@/lib/model/tables";
import type { Json } from "@/lib/sync/json";

/** Flat registers as `save` takes them: `tags/vip`, `passport/company`. Never null: an import clears nothing. */
export type Fields = Record<string, Json>;

/** What tells who a person is, the surest first. */
export type PersonKeys = {
  /** The owner of the notebook, whatever the other keys say. */
  self?: true;
  memberUrn?: string;
  publicId?: string;
  emails?: readonly string[];
  name?: string;
  company?: string;
};

/** One entry of a list on a row (a position, a skill), to be put where the list has it already or at its end. */
export type Item = { list: string; value: { [key: string]: Json } };

/** Why a line gives nothing. The screen has a sentence for each. */
export type Refusal =
  | "noName"
  | "nobody"
  | "noTitle"
  | "noDate"
  | "noPerson"
  | "twoOfThatName"
  | "badQuotes"
  | "columns"
  | "badValue"
  | "leftOut"
  | "unreadable";

type Common = {
  /** The line of the file it stands in. */
  line: number;
  /** The few words a person knows it by; empty where the person's name says it. */
  label: string;
  fields: Fields;
  /** Set when the row is made, left alone when it is there. */
  ifNew?: Fields;
  /** Set where the row says nothing yet. */
  ifEmpty?: Fields;
};

export type PersonDraft = Common & {
  kind: "person";
  who: PersonKeys;
  items?: readonly Item[];
  /** Follows from other lines: written, and not counted as a line. */
  isDerived?: true;
  /** Says something about a person who is there already, and makes none. */
  isOnlyKnown?: true;
};

/** Something that belongs to a person: a message, an interaction. Its id is computed, so a second import finds it. */
export type PersonalDraft = Common & {
  kind: "personal";
  table: "messages" | "interactions";
  id: string;
  who: PersonKeys;
  /** What makes the person, if the notebook lacks them. */
  person: Fields;
};

/** A row with an id of its own that is made once: an application at a job. */
export type RowDraft = Common & {
  kind: "row";
  table: "companies" | "jobs";
  /** What tells which one: LinkedIn's number of a job, the folded name of a company. */
  key: string;
  /** A row that belongs to it, with `jobId` filled in. */
  also?: { table: "applications"; id: string; fields: Fields };
};

/** A row as it stood in a backup: its id says which one it is. */
export type ExactDraft = Common & {
  kind: "exact";
  table: TableName;
  id: string;
  /** When it was last edited, as far as the backup knows: the later edit stands. */
  updatedAt?: string;
};

export type Draft = PersonDraft | PersonalDraft | RowDraft | ExactDraft;

export type Refused = {
  kind: "refused";
  line: number;
  why: Refusal;
  label: string;
  detail?: string;
};

export type Reading = Draft | Refused;

export function refuse(line: number, why: Refusal, label = "", detail?: string): Refused {
  return { kind: "refused", line, why, label, ...(detail !== undefined && { detail }) };
}
