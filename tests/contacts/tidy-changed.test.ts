import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { createTidier } from "@/lib/contacts/store/tidier";
import type { RapportDb } from "@/lib/data/db";
import { save, type Edit } from "@/lib/data/save";
import { giveWay, goFirst } from "@/lib/platform/giving-way";
import { freshDb } from "../data/ground";
import { inventPeople } from "./likeness-pairs";

const atOnce = () => Promise.resolve();

async function write(db: RapportDb, people: ReturnType<typeof inventPeople>["rows"]) {
  await save(
    db,
    people.map(({ id, ...fields }) => ({
      table: "people",
      id,
      create: true,
      fields: fields as Edit["fields"],
    })),
  );
  return people.map(({ id }) => id);
}

/** What a database's tidying came to: who may be one, which companies there are, who works where. */
async function standing(db: RapportDb) {
  const companies = new Map((await db.companies.toArray()).map(({ id, name }) => [id, name]));
  const people = await db.people.toArray();
  return {
    likely: (await db._likely.toArray()).map(({ ids }) => ids.join()).toSorted(),
    companies: [...companies.values()].toSorted(),
    employers: people.map(({ id, employerId }) => [id, companies.get(employerId ?? "")]),
  };
}

/** Rows of people and companies read from the disk while it runs. */
async function rowsRead(db: RapportDb, work: () => Promise<void>): Promise<number> {
  let count = 0;
  const counted = <T>(row: T): T => {
    count++;
    return row;
  };
  const tables = [db.people, db.companies];
  for (const table of tables) table.hook("reading", counted);
  await work();
  for (const table of tables) table.hook("reading").unsubscribe(counted);
  return count;
}

it("looking at what changed comes to what looking through everything comes to", async () => {
  const { rows } = inventPeople(240, 11);
  const [stepwise, whole] = [freshDb(), freshDb()];
  const tidier = createTidier(stepwise, atOnce);
  await tidier.pass();
  for (let from = 0; from < rows.length; from += 20) {
    tidier.touch("people", await write(stepwise, rows.slice(from, from + 20)));
    await tidier.pass();
  }
  await write(whole, rows);
  await createTidier(whole, atOnce).pass();
  const found = await standing(stepwise);
  expect(found.likely.length).toBeGreaterThan(5);
  expect(found).toEqual(await standing(whole));
});

it("one person more among many costs a few rows, also after the worker was stopped in between", async () => {
  const db = freshDb();
  const { rows } = inventPeople(400, 3);
  const [first, second, ...others] = rows;
  if (!first || !second) throw new Error("Nobody was invented");
  await write(db, others);
  const tidier = createTidier(db, atOnce);
  await tidier.pass();
  await tidier.pass();

  tidier.touch("people", await write(db, [first]));
  expect(await rowsRead(db, tidier.pass)).toBeLessThan(40);
  await tidier.pass();

  const restarted = createTidier(db, atOnce);
  await write(db, [second]);
  expect(await rowsRead(db, restarted.pass)).toBeLessThan(40);
  expect((await db.people.get(second.id))?.employerId).toBeDefined();
});

it("what nobody can account for is looked through whole, and so is everything once a day", async () => {
  const db = freshDb();
  const { rows } = inventPeople(60, 3);
  await write(db, rows);
  const day = 24 * 60 * 60_000;
  let time = Date.now();
  const pass = () => createTidier(db, atOnce, () => new Date(time)).pass();
  await pass();
  await pass();
  expect(await rowsRead(db, pass)).toBe(0);

  await write(db, inventPeople(1, 99).rows);
  await db._outbox.clear();
  expect(await rowsRead(db, pass)).toBeGreaterThan(60);

  await pass();
  time += day + 1;
  expect(await rowsRead(db, pass)).toBeGreaterThan(60);
});

it("gives way to what somebody waits for, and goes on after it", async () => {
  const held: (() => void)[] = [];
  const waited = goFirst(() => new Promise<void>((resolve) => held.push(resolve)));
  let hasGoneOn = false;
  const step = giveWay().then(() => (hasGoneOn = true));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(hasGoneOn).toBe(false);
  for (const finish of held) finish();
  await waited;
  await step;
  expect(hasGoneOn).toBe(true);
});
