import { fold } from "@/lib/contacts/fold";
import { de } from "./words/de";
import { en, type Column, type Words } from "./words/en";
import { es } from "./words/es";
import { fr } from "./words/fr";
import { it } from "./words/it";
import { nl } from "./words/nl";
import { pt } from "./words/pt";

const LANGUAGES: readonly Words[] = [en, fr, de, es, pt, it, nl];

/** The head of a column without case, accents, spaces, quotes and punctuation. */
export function headKey(head: string): string {
  return fold(head).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Where each column stands, and the heads that mean nothing to this file. */
export type Layout = { at: Partial<Record<Column, number>>; unknown: [head: string, at: number][] };

const words = new Map<Column, ReadonlySet<string>>();

function wordsFor(column: Column): ReadonlySet<string> {
  const known = words.get(column);
  if (known) return known;
  const made = new Set(
    LANGUAGES.flatMap((language) => language[column]?.split("|") ?? []).map(headKey),
  );
  words.set(column, made);
  return made;
}

/** Reads a row as the heads of a table. Among the columns a file knows, the first that fits a head and is free takes it. */
export function readHeads(heads: readonly string[], columns: readonly Column[]): Layout {
  const layout: Layout = { at: {}, unknown: [] };
  heads.forEach((head, index) => {
    const key = headKey(head);
    if (key === "") return;
    const column = columns.find((one) => !(one in layout.at) && wordsFor(one).has(key));
    if (column) layout.at[column] = index;
    else layout.unknown.push([head, index]);
  });
  return layout;
}
