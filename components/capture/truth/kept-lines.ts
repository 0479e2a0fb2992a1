import type { Capture } from "@/lib/capture/capture";
import type { KeptPage } from "@/lib/capture/kept-page";
import { entryField } from "@/lib/capture/taught/taught";
import { type Line, linesOf } from "@/lib/capture/text";
import { fieldLabel } from "@/lib/contacts/field-label";
import { entryKeys } from "./field-specs";

export type KeptLine = Line & { isHeading: boolean; reads: string[] };
export type KeptBlock = { id: number; lines: KeptLine[] };

const MOST_LINES = 1500;
/** Round the page and not of it. */
const AROUND = "nav, header.global-nav, footer, [role=banner], [role=toolbar]";

/** The words of a kept page in the parts they stand in, each with what was read from it. */
export function blocksOf({ doc, capture, rows = [] }: KeptPage): KeptBlock[] {
  const reads = readsIn(capture);
  const blocks: KeptBlock[] = [];
  let part: Element | null | undefined;
  for (const line of linesOf(doc.querySelector('main, [role="main"]') ?? doc.body).slice(
    0,
    MOST_LINES,
  )) {
    if (line.el.closest(AROUND)) continue;
    const row = rows.find(({ el }) => el.contains(line.el))?.el;
    const around = row ?? line.el.closest("section, aside, article");
    if (blocks.length === 0 || around !== part) blocks.push({ id: blocks.length, lines: [] });
    part = around;
    const isHeading = line.el.closest("h1, h2, h3") !== null;
    blocks.at(-1)?.lines.push({ ...line, isHeading, reads: reads.get(line.text) ?? [] });
  }
  return blocks;
}

/** Words of the record, and the names of the fields they were read into. */
function readsIn({ record, records = [] }: Capture): Map<string, string[]> {
  const reads = new Map<string, string[]>();
  const add = (text: unknown, field: string): void => {
    if (typeof text !== "string") return;
    for (const line of text.split("\n")) {
      const known = reads.get(line) ?? [];
      if (!known.includes(field)) reads.set(line, [...known, field]);
    }
  };
  for (const [field, value] of [record ?? {}, ...records].flatMap((one) => Object.entries(one))) {
    if (!Array.isArray(value)) add(value, fieldLabel(field));
    else
      for (const entry of value as Record<string, unknown>[])
        for (const key of entryKeys(field)) add(entry[key], fieldLabel(field));
  }
  return reads;
}

/** What a field is called where one chooses which to teach. */
export function taughtLabel(field: string, part: (list: string, key: string) => string): string {
  const entry = entryField(field);
  return entry ? part(entry.list, entry.key) : fieldLabel(field);
}
