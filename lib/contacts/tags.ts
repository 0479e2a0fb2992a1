import { fold } from "./fold";

export const TAG_LENGTH = 40;

export type TagCount = { tag: string; count: number };

/** A tag as it is kept: no `#` before it, none of the signs a field's name cannot hold, single spaces, 40 characters. */
export function cleanTag(typed: string): string {
  const plain = typed
    .replace(/^[#\s]+/, "")
    .replace(/["\\/\s\p{C}]+/gu, " ")
    .trim();
  return [...plain].slice(0, TAG_LENGTH).join("").trimEnd();
}

/** The most used first. */
export function rankTags(counts: ReadonlyMap<string, number>): TagCount[] {
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}

export type TagSuggestion = { tag: string; isNew: boolean; count: number };

/**
 * What to offer while a tag is typed: known tags that begin so, then those that contain it, each by use;
 * last the typed word itself, unless a known tag differs from it only in case or accents.
 */
export function suggestTags(
  known: readonly TagCount[],
  chosen: readonly string[],
  typed: string,
  limit = 8,
): TagSuggestion[] {
  const wanted = cleanTag(typed);
  const folded = fold(wanted);
  const free: TagSuggestion[] = known
    .filter(({ tag }) => !chosen.includes(tag))
    .map(({ tag, count }) => ({ tag, count, isNew: false }));
  const begins = free.filter(({ tag }) => fold(tag).startsWith(folded));
  const contains = free.filter(({ tag }) => {
    const have = fold(tag);
    return have.includes(folded) && !have.startsWith(folded);
  });
  const offered = [...begins, ...contains].slice(0, limit);
  const isKnown = [...known.map(({ tag }) => tag), ...chosen].some((tag) => fold(tag) === folded);
  return wanted === "" || isKnown ? offered : [...offered, { tag: wanted, isNew: true, count: 0 }];
}
