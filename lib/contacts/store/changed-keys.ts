import { RangeSet, type IntervalTree } from "dexie";

/** Dexie names the keys of a small write one by one, and those of a large one as one range. */
export function keysIn(tree: IntervalTree): string[] | "all" {
  const keys: string[] = [];
  // Called without `new`, RangeSet takes a worker's global object for its own.
  for (const { from, to } of new RangeSet().add(tree)) {
    if (from !== to || typeof from !== "string") return "all";
    keys.push(from);
  }
  return keys;
}
