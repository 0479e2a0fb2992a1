import { fold } from "./fold";
import type { Entry } from "./roster";

export type Order = "saved" | "changed" | "name" | "contact";
export type Query = { text: string; tags: readonly string[]; order: Order };
export type Found = {
  entries: Entry[];
  /** True when nothing matched as written and these differ by a letter or two. */
  close: boolean;
};

/**
 * Finds by the beginning of words first, then anywhere; accents and case make no difference.
 * `#word` asks for a tag. Every word must be found. 10,000 entries take a few milliseconds, so there is no index to keep in step.
 */
export function search(entries: readonly Entry[], query: Query): Found {
  const words = fold(query.text).split(" ").filter(Boolean);
  const tagged = entries.filter((entry) => hasTags(entry, query.tags));
  if (words.length === 0) return { entries: sorted(tagged, query.order), close: false };

  const ranks: Entry[][] = [[], [], [], []];
  for (const entry of tagged) {
    const rank = rankOf(entry, words);
    if (rank !== undefined) ranks[rank]?.push(entry);
  }
  const exact = ranks.flatMap((rank) => sorted(rank, query.order));
  if (exact.length > 0) return { entries: exact, close: false };
  const close = tagged.filter((entry) => words.every((word) => isNear(entry, word)));
  return { entries: sorted(close, query.order), close: close.length > 0 };
}

/** 0 the name begins so · 1 words of the name begin so · 2 words anywhere begin so · 3 it stands somewhere. */
function rankOf(entry: Entry, words: string[]): 0 | 1 | 2 | 3 | undefined {
  const [first = ""] = words;
  if (!words.every((word) => stands(entry, word))) return undefined;
  if (words.every((word) => entry.name.includes(` ${word}`)))
    return entry.name.startsWith(` ${first}`) ? 0 : 1;
  return words.every((word) => word.startsWith("#") || entry.hay.includes(` ${word}`)) ? 2 : 3;
}

function stands(entry: Entry, word: string): boolean {
  if (!word.startsWith("#") || word.length === 1) return entry.hay.includes(word);
  return entry.tags.some((tag) => fold(tag).startsWith(word.slice(1)));
}

function hasTags(entry: Entry, tags: readonly string[]): boolean {
  return tags.every((tag) => entry.tags.includes(tag));
}

function sorted(entries: Entry[], order: Order): Entry[] {
  switch (order) {
    case "name":
      return entries.sort((a, b) => compare(a.name, b.name));
    case "contact":
      return entries.sort((a, b) => compare(b.lastInteractionAt ?? "", a.lastInteractionAt ?? ""));
    case "changed":
      return entries.sort((a, b) => compare(b.touchedAt, a.touchedAt));
    case "saved":
      // Ids are UUIDv7: they sort by the moment they were made.
      return entries.sort((a, b) => compare(b.id, a.id));
  }
}

export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A word of the name within one letter (two from eight letters on) of the word typed; short words must be right. */
function isNear(entry: Entry, word: string): boolean {
  if (word.length < 4) return entry.hay.includes(` ${word}`);
  const slack = word.length < 8 ? 1 : 2;
  return entry.name
    .split(" ")
    .some(
      (have) => have !== "" && distance(have.slice(0, word.length + slack), word, slack) <= slack,
    );
}

/** Letters to change, add, drop or swap to get from one word to the beginning of the other; stops past `limit`. */
function distance(have: string, typed: string, limit: number): number {
  let before: number[] = [];
  let row = Array.from({ length: have.length + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= have.length; j++) {
      const same = typed[i - 1] === have[j - 1];
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = typed[i - 1] === have[j - 2] && typed[i - 2] === have[j - 1];
      if (i > 1 && j > 1 && swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next[j] = cost;
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return Math.min(...row.slice(Math.max(0, typed.length - limit)));
}
