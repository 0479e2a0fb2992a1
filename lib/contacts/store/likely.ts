import { openDb, type RapportDb } from "@/lib/data/db";
import type { Likeness } from "@/lib/model/merge";
import type { Person } from "@/lib/model/person";
import { sameJson, type Json } from "@/lib/sync/json";
import type { Likeable } from "../likeness/likeable";
import { blockKeys, LARGEST_BLOCK, likelyPairs, pairOf } from "../likeness/likely-pairs";
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

const SLICE = 250;

/** Everybody's pairs, found anew a slice at a time; what is as it was before is not written. */
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
  const found = step.value.map(named).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await keepLikeables(db, people, pause);
  const held = (await db._likely.toArray()) as unknown as Json;
  if (sameJson(held, found)) return;
  await db.transaction("rw", db._likely, async () => {
    await db._likely.clear();
    await db._likely.bulkPut(found);
  });
}

/** The pairs of those who changed: each is compared with whom an index finds, however many others there are. */
export async function findLikelyOf(
  db: RapportDb,
  ids: readonly string[],
  people: readonly Likeable[],
): Promise<void> {
  const apart = await toldApart(db);
  const rows = people.map(withKeys);
  await db.transaction("rw", db._likely, db._likeables, async () => {
    await db._likeables.bulkDelete([...ids]);
    await db._likeables.bulkPut(rows);
    const found = new Map<string, Likely>();
    for (const row of rows) {
      for (const other of await sharing(db, row)) {
        const pair = pairOf(row, other);
        const likely = pair && named(pair);
        if (likely && !apart.has(likely.id)) found.set(likely.id, likely);
      }
    }
    const held = await db._likely.where("ids").anyOf(ids).primaryKeys();
    await db._likely.bulkDelete(held.filter((id) => !found.has(id)));
    await db._likely.bulkPut([...found.values()]);
  });
}

type KeyedLikeable = Likeable & { keys: string[] };

const withKeys = (person: Likeable): KeyedLikeable => ({
  ...person,
  keys: [...new Set(blockKeys(person))],
});

const named = (pair: Omit<Likely, "id">): Likely => ({
  id: idOfPair("people", ...pair.ids),
  ...pair,
});

/** Those who share something that few share. */
async function sharing(db: RapportDb, { id, keys }: KeyedLikeable): Promise<Likeable[]> {
  const beside = new Set<string>();
  for (const key of keys) {
    const block = await db._likeables
      .where("keys")
      .equals(key)
      .limit(LARGEST_BLOCK + 1)
      .primaryKeys();
    if (block.length <= LARGEST_BLOCK) for (const other of block) beside.add(other);
  }
  beside.delete(id);
  const rows = await db._likeables.bulkGet([...beside]);
  return rows.filter((row) => row !== undefined) as unknown as KeyedLikeable[];
}

/** What single changes are compared with later. */
async function keepLikeables(
  db: RapportDb,
  people: readonly Likeable[],
  pause: () => Promise<void>,
): Promise<void> {
  const gone = new Set<string>(await db._likeables.toCollection().primaryKeys());
  for (const { id } of people) gone.delete(id);
  await db._likeables.bulkDelete([...gone]);
  for (let from = 0; from < people.length; from += SLICE) {
    await pause();
    const slice = people.slice(from, from + SLICE).map(withKeys);
    const held = await db._likeables.bulkGet(slice.map(({ id }) => id));
    const changed = slice.filter(
      (row, at) => !sameJson((held[at] ?? null) as unknown as Json, row as unknown as Json),
    );
    await db._likeables.bulkPut(changed);
  }
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
