import type { Candidate } from "@/lib/model/candidate";
import type { Company } from "@/lib/model/company";
import type { Interaction } from "@/lib/model/interaction";
import type { Interview } from "@/lib/model/interview";
import type { Job } from "@/lib/model/job";
import type { Message } from "@/lib/model/message";
import type { Person } from "@/lib/model/person";
import type { TableName } from "@/lib/model/tables";

/** What a draft may speak of: the rows at hand when it is written. */
export type Facts = {
  person: Person;
  /** The notebook's owner. */
  self?: Person;
  job?: Job;
  company?: Company;
  candidate?: Candidate;
  interview?: Interview;
  lastInteraction?: Interaction;
  /** The last message sent or received, where messages were brought in. */
  lastMessage?: Message;
  now: Date;
  /** BCP 47 tag the draft is written in: dates and lists follow it. */
  language: string;
};

/** A value and the field it stands in, so that a reader can check every word of a draft. */
export type Fact = { text: string; table: TableName; id: string; field: string };

export type Variable = {
  name: string;
  /** Other names that templates from elsewhere use; compared without case, accents, `_`, `-` and spaces. */
  aliases: readonly string[];
  read: (facts: Facts) => Fact | undefined;
};

/** The fact of one field of one row, or nothing where the row or the field is missing. */
export function fieldOf<Row extends { id: string }, Field extends keyof Row & string>(
  table: TableName,
  row: Row | undefined,
  field: Field,
  show: (value: NonNullable<Row[Field]>) => string | undefined = String,
): Fact | undefined {
  const value = row?.[field];
  if (!row || value === undefined || value === null) return undefined;
  const text = show(value)?.trim();
  return text ? { text, table, id: row.id, field } : undefined;
}
