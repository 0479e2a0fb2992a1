import type { Json } from "@/lib/sync/json";
import type { Row } from "../csv";
import type { Fields, PersonDraft, PersonKeys, Reading } from "../draft";
import type { Layout } from "./columns";
import type { Column } from "./words/en";

/** One kind of CSV in LinkedIn's export: how to know it, and what its rows mean. */
export type ExportFile = {
  id: string;
  /** File names without folder and ending, letters and digits only. */
  names: readonly string[];
  /** In the order in which they claim a head that fits several. */
  columns: readonly Column[];
  /** The row that has all of these is the head; what stands above is LinkedIn's notes. */
  needs: readonly Column[];
  /** Smaller is read first: who is known before decides about who comes after. */
  order: number;
  /** Not read unless asked for. */
  isOptional?: true;
  /** Its heads are like no other table's: it is known without its name. */
  isUnmistakable?: true;
  open(context: ExportContext): RowReader;
};

export type ExportContext = {
  /** The owner of the export, as far as it tells. */
  self: { publicId?: string; name?: string };
};

export type RowReader = {
  row(row: ExportRow): readonly Reading[];
  /** What only the whole file says: counts, the latest of something. */
  end?(): readonly Reading[];
};

export type ExportRow = { line: number } & {
  /** Empty where the column is missing. */
  text(column: Column): string;
  /** Cells under heads that nobody knows, by their head. */
  unknown(): Record<string, string> | undefined;
};

export function exportRow({ line, cells }: Row, layout: Layout): ExportRow {
  return {
    line,
    text(column) {
      const at = layout.at[column];
      return at === undefined ? "" : (cells[at] ?? "");
    },
    unknown() {
      const kept = layout.unknown.flatMap(([head, at]) => (cells[at] ? [[head, cells[at]]] : []));
      return kept.length > 0 ? (Object.fromEntries(kept) as Record<string, string>) : undefined;
    },
  };
}

/** The values that are there: an import says nothing where its file says nothing. */
export function present(values: Record<string, Json | undefined>): Fields {
  const fields: Fields = {};
  for (const [name, value] of Object.entries(values)) {
    const isEmpty = value === undefined || value === null || value === "";
    if (!isEmpty && !(Array.isArray(value) && value.length === 0)) fields[name] = value;
  }
  return fields;
}

export const OWNER: PersonKeys = { self: true };

/** A line about the owner of the export that adds to one of their lists. */
export function ownItem(
  line: number,
  label: string,
  list: string,
  value: Record<string, Json | undefined>,
): PersonDraft {
  return {
    kind: "person",
    line,
    label,
    who: OWNER,
    fields: {},
    items: [{ list, value: present(value) }],
  };
}

export function joinNames(first: string, last: string): string {
  return [first, last].filter(Boolean).join(" ");
}

/** `a · b`, what is empty left out. */
export function labelled(...parts: string[]): string {
  return parts.filter(Boolean).join(" · ");
}

/** How "yes" is written in the columns that say yes or no. */
export function isYes(text: string): boolean {
  return /^(?:yes|oui|ja|s[ií]|sim|true|1)$/i.test(text.trim());
}
