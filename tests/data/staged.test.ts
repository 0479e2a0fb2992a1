import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { allEntries, countRows, readPerson } from "@/lib/contacts/store";
import { save } from "@/lib/data/save";
import { countStaged } from "@/lib/data/staged";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import { bringInWhere } from "@/lib/data/bring-in-where";
import { syncRound } from "@/lib/sync/round";
import { openWorld, peopleOf, type Clocked } from "./devices";

const NAMES = ["Ada", "Bea", "Cleo", "Dora", "Enid"];

/** A device that has a first sync's three pages, all of them waiting. */
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
  expect(await fresh.db.people.count()).toBe(0);
  expect(await fresh.db._staged.count()).toBe(3);
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

it("STG-4 several pages take their places in one stroke, edits over them", async () => {
  const { world, maker, fresh, ids } = await halfWay();
  const [ada, bea] = ids as [string, string];
  await save(fresh.db, [{ table: "people", id: ada, fields: { notes: "met" } }], fresh.now);
  await save(fresh.db, [{ table: "people", id: bea, fields: { _del: true } }], fresh.now);
  expect(await world.storeOf(fresh).unfold(100)).toBe("done");
  expect(await fresh.db._staged.count()).toBe(0);
  expect(await listed(fresh)).toEqual(["Ada", "Cleo", "Dora", "Enid"]);
  const other = world.newDevice();
  await syncRound(world.storeOf(other), world.api);
  expect(await world.storeOf(other).unfold(3)).toBe("again");
  expect(await other.db.people.count()).toBe(4);
  expect(await world.storeOf(other).unfold(3)).toBe("done");
  expect(await peopleOf(other)).toEqual(await peopleOf(maker));
});

const PERSON = "0195b3f0-0000-7000-8000-000000000001";
const letter = (n: number) => `0195b3f0-0000-7000-8000-0000000010${String(n).padStart(2, "0")}`;
const letters = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    table: "messages" as const,
    id: letter(n),
    create: true,
    isFresh: true as const,
    mayWait: true as const,
    fields: { personId: PERSON, content: `letter ${n}`, sentAt: `2024-01-0${n + 1}T10:00:00Z` },
  }));

it("STG-9 rows made by the thousand wait, are sent, found by their person, edited and deleted", async () => {
  const world = openWorld(2);
  const device = world.newDevice();
  const { at } = await save(device.db, letters(5), device.now);
  expect(at).toBe(new Date(device.now).toISOString());
  expect(await device.db.messages.count()).toBe(0);
  expect(await countStaged(device.db, "messages")).toBe(5);

  // What nobody waits for holds up nobody who looks elsewhere.
  await unfoldStaged(device.db, ["people"]);
  expect(await device.db.messages.count()).toBe(0);
  await save(device.db, [{ table: "messages", id: letter(1), fields: { replied: true } }]);
  await save(device.db, [{ table: "messages", id: letter(2), fields: { _del: true } }]);
  expect(await device.db.messages.toArray()).toMatchObject([{ id: letter(1), replied: true }]);
  await bringInWhere(device.db, "messages", { personId: [PERSON] });
  expect((await device.db.messages.toCollection().primaryKeys()).sort()).toEqual(
    [0, 1, 3, 4].map(letter),
  );

  await unfoldStaged(device.db);
  expect(await device.db._overtaken.count()).toBe(0);
  await world.sync(device);
  const other = world.newDevice();
  await world.sync(other);
  expect(await other.db.messages.get(letter(1))).toMatchObject({ replied: true });
  expect(await other.db.messages.count()).toBe(4);
});

it("STG-9 made on two devices alike, they are one row on both", async () => {
  const world = openWorld(2);
  const [a, b] = [world.newDevice(), world.newDevice(5)];
  await save(a.db, letters(4), a.now);
  await save(b.db, letters(5), b.now);
  await world.sync(a);
  await world.sync(b);
  await world.sync(a);
  for (const { db } of [a, b]) {
    expect(await db.messages.count()).toBe(5);
    expect(await db._outbox.count()).toBe(0);
    expect(await db._staged.count()).toBe(0);
  }
});
