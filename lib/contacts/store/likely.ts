import { openDb, type RapportDb } from "@/lib/data/db";
import type { Likeness } from "@/lib/model/merge";
import type { Person } from "@/lib/model/person";
import { sameJson, type Json } from "@/lib/sync/json";
import type { Likeable } from "../likeness/likeable";
import { likelyPairs } from "../likeness/likely-pairs";
import { idOfPair, toldApart } from "./merges";

/** Two people who may be one, as this device sees it now. */
export type Likely = {
  /** Of the pair, as `merges` has it. */
  id: string;
  ids: [string, string];
  why: Likeness;
  /** A share of one. */
  likelihood: number;
};

/** Finds the pairs anew, a slice at a time, and writes only if they are others than before. */
export async function findLikely(
  db: RapportDb,
  people: readonly Likeable[],
  pause: () => Promise<void>,
): Promise<void> {
  const apart = await toldApart(db);
  const steps = likelyPairs(people, (a, b) => apart.has(idOfPair("people", a, b)));
  let step = steps.next();
  while (!step.done) {
    await pause();
    step = steps.next();
  }
  const found = step.value
    .map((pair): Likely => ({ id: idOfPair("people", ...pair.ids), ...pair }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const held = (await db._likely.toArray()) as unknown as Json;
  if (sameJson(held, found)) return;
  await db.transaction("rw", db._likely, async () => {
    await db._likely.clear();
    await db._likely.bulkPut(found);
  });
}

/** Everyone who may be somebody else here too, the likeliest first. */
export async function readLikely(
  db: RapportDb = openDb(),
): Promise<(Likely & { people: [Person, Person] })[]> {
  return withPeople(db, (await db._likely.toArray()) as unknown as Likely[]);
}

export async function likelyOf(
  id: string,
  db: RapportDb = openDb(),
): Promise<(Likely & { people: [Person, Person] })[]> {
  const found = await db._likely.where("ids").equals(id).toArray();
  return withPeople(db, found as unknown as Likely[]);
}

export function countLikely(db: RapportDb = openDb()): Promise<number> {
  return db._likely.count();
}

async function withPeople(db: RapportDb, pairs: Likely[]) {
  const rows = await db.people.bulkGet(pairs.flatMap(({ ids }) => ids));
  return pairs
    .flatMap((pair, place) => {
      const [a, b] = [rows[place * 2], rows[place * 2 + 1]];
      return a && b ? [{ ...pair, people: [a, b] as [Person, Person] }] : [];
    })
    .toSorted((a, b) => b.likelihood - a.likelihood);
}
