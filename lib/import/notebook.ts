import type { CompanyDirectory } from "@/lib/contacts/employers";
import type { TableName } from "@/lib/model/tables";

/** A row as a screen reads it. */
export type Row = Readonly<Record<string, unknown>>;

/** What tells people of the notebook apart, and who of them is a connection by an earlier export. */
export type KnownPerson = {
  id: string;
  fullName: string;
  company?: string;
  publicId?: string;
  memberUrn?: string;
  emails: readonly string[];
  isSelf?: boolean;
  /** The day, where an export said so; only such a connection can be seen to be lost. */
  connectedByExport?: string;
  status?: string;
};

/** What an import asks of the notebook, and nothing else: the database behind it is in store.ts. */
export interface Notebook {
  people(): AsyncIterable<readonly KnownPerson[]>;
  /** Rows as they stand, by id; those that are not there are missing. */
  rows(table: TableName, ids: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  /** Every id of a table. */
  ids(table: TableName): Promise<Set<string>>;
  /** Jobs by LinkedIn's number, or by folded title and company: their ids. */
  jobsByKey(): Promise<Map<string, string>>;
  /** Which companies there are, by what they are called. */
  companies(): Promise<CompanyDirectory>;
}
