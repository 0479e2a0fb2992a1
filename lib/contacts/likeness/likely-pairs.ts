import type { Likeable } from "./likeable";
import { weighPair, type PairLikeness } from "./weigh-pair";

export type LikelyPair = PairLikeness & { ids: [string, string] };

/** A block this large says nothing: everybody of one first name in a firm of thousands. */
export const LARGEST_BLOCK = 150;
/** After so many people or blocks the caller may let others run. */
const SLICE = 150;

/**
 * Pairs worth asking about, among everyone. Only those are compared who share a mailbox, a photo, or a company
 * and a part of their name, so that ten thousand people take a fraction of a second. It yields at every slice.
 */
export function* likelyPairs(
  people: readonly Likeable[],
  isApart: (a: string, b: string) => boolean,
): Generator<undefined, LikelyPair[]> {
  const blocks = new Map<string, number[]>();
  for (const [index, person] of people.entries()) {
    for (const key of blockKeys(person)) {
      const block = blocks.get(key);
      if (block) block.push(index);
      else blocks.set(key, [index]);
    }
    if (index % SLICE === SLICE - 1) yield;
  }

  const pairs: LikelyPair[] = [];
  const seen = new Set<number>();
  let work = 0;
  for (const block of blocks.values()) {
    if (block.length < 2 || block.length > LARGEST_BLOCK) continue;
    for (const [place, first] of block.entries()) {
      for (const second of block.slice(place + 1)) {
        const pair = first * people.length + second;
        if (first === second || seen.has(pair)) continue;
        seen.add(pair);
        const [a, b] = [people[first], people[second]] as [Likeable, Likeable];
        const found = pairOf(a, b);
        if (found && !isApart(a.id, b.id)) pairs.push(found);
      }
      work += block.length;
    }
    if (work > SLICE * 4) {
      work = 0;
      yield;
    }
  }
  return pairs.toSorted((a, b) => b.likelihood - a.likelihood || (a.ids[0] < b.ids[0] ? -1 : 1));
}

/** Undefined where the two are not alike enough to ask. */
export function pairOf(a: Likeable, b: Likeable): LikelyPair | undefined {
  const found = weighPair(a, b);
  return found && { ...found, ids: a.id < b.id ? [a.id, b.id] : [b.id, a.id] };
}

/** What only those share who are worth comparing. */
export function* blockKeys({
  name,
  formerName,
  emails,
  photo,
  now,
  past,
}: Likeable): Generator<string> {
  for (const email of emails) yield `@${email}`;
  if (photo !== undefined) yield `#${photo}`;
  const parts = new Set([...name, ...(formerName ?? [])].filter((part) => part.length > 1));
  for (const company of now === undefined ? past : [now, ...past]) {
    for (const part of parts) yield `${company}|${part}`;
  }
}
