import { everyElement, isElement, type Snapshot } from "../snapshot/tree";
import { fold, monthOf } from "../words";

/** "wrz 2020 - lut 2021": a range that begins with a word and a year. */
const RANGE = /^(?:de )?(\p{L}[\p{L}']+) (?:del? )?(?:19|20)\d{2} ?[-–—] ?(?:\p{L}|\d)/u;

/** How many dates on a page name a month in a language nobody knows here: of those the year alone is kept. */
export function unreadMonths({ root }: Snapshot): number {
  let count = 0;
  for (const { children = [] } of everyElement(root)) {
    // What one element says, however the page cut it.
    const text = fold(children.filter((child) => !isElement(child)).join(""));
    const word = text.length < 80 ? RANGE.exec(text)?.[1] : undefined;
    if (word !== undefined && monthOf(word) === undefined) count++;
  }
  return count;
}
