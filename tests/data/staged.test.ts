import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { allEntries, countRows, readPerson } from "@/lib/contacts/store";
import { save } from "@/lib/data/save";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import { syncRound } from "@/lib/sync/round";
import { openWorld, peopleOf, type Clocked } from "./devices";

const NAMES = ["Ada", "Bea", "Cleo", "Dora", "Enid"];

/** A device that has a first sync's first page in its table and two more waiting. */
async function halfWay() {
  const world = openWorld(2);
  const maker = world.newDevice();
  const { ids } = await save(
    maker.db,
    NAMES.map((fullName) => ({ table: "people", fields: { fullName, "tags/new": true } })),
    maker.now,
  );
  await world.sync(maker);
  const fresh = world.newDevice();
  await syncRound(world.storeOf(fresh), world.api);
  expect(await fresh.db.people.count()).toBe(2);
  expect(await fresh.db._staged.count()).toBe(2);
  return { world, maker, fresh, ids };
}

const listed = async ({ db }: Clocked) =>
  [...new Map((await allEntries("people", db)).map((one) => [one.id, one.title])).values()].sort();

it("STG-3 rows that wait are listed, counted and opened like any other", async () => {
  const { fresh, ids } = await halfWay();
  expect(await listed(fresh)).toEqual(NAMES);
  expect(await countRows("people", fresh.db)).toBe(5);
  expect(await readPerson(ids[0] as string, fresh.db)).toMatchObject({
    fullName: "Ada",
    tags: ["new"],
  });
  await unfoldStaged(fresh.db);
  expect(await fresh.db.people.count()).toBe(5);
  expect(await listed(fresh)).toEqual(NAMES);
  expect(await countRows("people", fresh.db)).toBe(5);
});

it("STG-5 STG-6 one that waits is edited, deleted and undone like any other", async () => {
  const { world, maker, fresh, ids } = await halfWay();
  const [ada, bea] = ids as [string, string];
  await save(fresh.db, [{ table: "people", id: ada, fields: { notes: "met" } }], fresh.now);
  const { undo } = await save(
    fresh.db,
    [{ table: "people", id: bea, fields: { _del: true } }],
    fresh.now,
  );
  expect(await listed(fresh)).toEqual(["Ada", "Cleo", "Dora", "Enid"]);
  await save(fresh.db, undo, fresh.now);
  await unfoldStaged(fresh.db);
  expect((await peopleOf(fresh)).find(({ id }) => id === ada)).toMatchObject({ notes: "met" });
  expect(await listed(fresh)).toEqual(NAMES);
  await world.sync(fresh);
  await world.sync(maker);
  expect((await peopleOf(maker)).find(({ id }) => id === ada)).toMatchObject({ notes: "met" });
});

it("STG-4 waiting pages survive a closed database and take their places at the next chance", async () => {
  const { fresh } = await halfWay();
  fresh.db.close();
  await fresh.db.open();
  await unfoldStaged(fresh.db);
  expect(await listed(fresh)).toEqual(NAMES);
});
