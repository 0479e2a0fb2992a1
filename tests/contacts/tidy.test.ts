import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { mergeRows, tellApart, undoMerge } from "@/lib/contacts/store/merges";
import { readLikely } from "@/lib/contacts/store/likely";
import { createTidier } from "@/lib/contacts/store/tidier";
import { keepTidy } from "@/lib/contacts/store/tidy";
import { save } from "@/lib/data/save";
import { openWorld, peopleOf, type Clocked } from "../data/devices";
import { freshDb } from "../data/ground";

const A = "01900000-0000-7000-8000-00000000000a";
const B = "01900000-0000-7000-8000-00000000000b";
const URN = "urn:li:fsd_profile:ACoAAB1234";

const tidy = ({ db, now = Date.now() }: Pick<Clocked, "db"> & { now?: number }) =>
  createTidier(
    db,
    () => Promise.resolve(),
    () => new Date(now),
  ).pass();
const add = ({ db, now }: Clocked, id: string, fields: Record<string, string>) =>
  save(db, [{ table: "people", id, create: true, fields: { fullName: "Ada", ...fields } }], now);

describe("companies", () => {
  it("are made from a career and from jobs, and linked with where one works now", async () => {
    const db = freshDb();
    const url = "https://www.linkedin.com/company/quillmark/";
    await save(db, [
      {
        table: "people",
        id: A,
        create: true,
        fields: {
          fullName: "Ada Brightwater",
          company: "Quillmark",
          experience: [
            { title: "Buyer", company: "Quillmark", companyUrl: url, companyId: "47" },
            { title: "Clerk", company: "Lantern" },
          ],
        },
      },
      {
        table: "jobs",
        id: B,
        create: true,
        fields: { title: "Buyer", companyName: "Quillmark SAS" },
      },
    ]);
    await tidy({ db });
    const companies = (await db.companies.toArray()).toSorted((a, b) =>
      a.name.localeCompare(b.name),
    );
    expect(companies.map(({ name }) => name)).toEqual(["Lantern", "Quillmark"]);
    const quillmark = companies[1]?.id;
    expect(companies[1]).toMatchObject({ externalId: "47", linkedInUrl: url });
    expect((await db.people.get(A))?.employerId).toBe(quillmark);
    expect((await db.jobs.get(B))?.employerId).toBe(quillmark);
    const records = await db._outbox.count();
    await tidy({ db });
    expect(await db._outbox.count()).toBe(records);
  });

  it("of one name become one row, keep what links to them through a new name, and come apart again", async () => {
    const db = freshDb();
    await save(db, [
      { table: "companies", id: A, create: true, fields: { name: "Quillmark" } },
      {
        table: "companies",
        id: B,
        create: true,
        fields: { name: "Lantern", notes: "Bought 2024" },
      },
      { table: "people", fields: { fullName: "Ada", company: "Quillmark" } },
      { table: "people", fields: { fullName: "Bo", company: "Lantern GmbH" } },
    ]);
    await tidy({ db });
    const merge = await mergeRows({ tbl: "companies", ids: [A, B], by: "person" }, db);
    await save(db, [{ table: "companies", id: A, fields: { name: "Quillmark Lantern" } }]);
    await save(db, [{ table: "people", fields: { fullName: "Cy", company: "Lantern" } }]);
    await tidy({ db });
    expect(await db.companies.toArray()).toMatchObject([{ id: A, notes: "Bought 2024" }]);
    expect((await db.people.toArray()).map(({ employerId }) => employerId)).toEqual([A, A, A]);

    await undoMerge(merge ?? "", db);
    await tidy({ db });
    const byName = Object.fromEntries(
      (await db.people.toArray()).map(({ fullName, employerId }) => [fullName, employerId]),
    );
    expect(byName).toEqual({ Ada: A, Bo: B, Cy: B });
  });

  it("that a person erased are not made again", async () => {
    const db = freshDb();
    await save(db, [
      { table: "people", id: A, create: true, fields: { fullName: "Ada", company: "Lantern" } },
    ]);
    await tidy({ db });
    const [lantern] = await db.companies.toArray();
    const id = lantern?.id ?? "";
    await save(db, [{ table: "companies", id, fields: { isErased: true, _del: true } }]);
    await tidy({ db });
    expect(await db.companies.count()).toBe(0);
  });
});

describe("the same person", () => {
  it("made on two devices apart becomes one on both, with what each wrote, and stays so", async () => {
    const world = openWorld();
    const [one, two] = [world.newDevice(), world.newDevice(1000)];
    await add(one, A, { memberUrn: URN, notes: "Met in Lyon", publicId: "ada" });
    await add(two, B, { memberUrn: URN, headline: "Buyer", publicId: "ada-b" });
    await save(two.db, [{ table: "messages", fields: { personId: B, content: "Hi" } }], two.now);
    await world.sync(one);
    await world.sync(two);
    await world.sync(one);
    // Both find the pair before they hear of each other's merge.
    await Promise.all([tidy(one), tidy(two)]);
    // What the second device does not know yet, it writes into the row that is gone.
    for (const device of [one, two, one, two]) {
      await world.sync(device);
      await tidy(device);
    }
    const [first] = await peopleOf(one);
    expect(first).toMatchObject({ id: A, notes: "Met in Lyon", headline: "Buyer" });
    expect(await peopleOf(two)).toEqual(await peopleOf(one));
    expect(await one.db.people.count()).toBe(1);
    expect((await one.db.messages.toArray()).map(({ personId }) => personId)).toEqual([A]);
    for (const device of [one, two]) {
      await tidy(device);
      expect(await device.db._outbox.count()).toBe(0);
    }
  });

  it("keeps a note that another device wrote into the row that was gone", async () => {
    const world = openWorld();
    const [one, two] = [world.newDevice(), world.newDevice(5000)];
    await add(one, A, { memberUrn: URN });
    await add(one, B, { memberUrn: URN, notes: "Old words" });
    await world.sync(one);
    await world.sync(two);
    await tidy(one);
    await save(
      two.db,
      [{ table: "people", id: B, fields: { notes: "Old words, and new" } }],
      two.now,
    );
    await save(
      two.db,
      [
        {
          table: "interactions",
          fields: { personId: B, type: "call", at: "2026-01-01T00:00:00.000Z" },
        },
      ],
      two.now,
    );
    for (const device of [one, two, one, two]) {
      await world.sync(device);
      await tidy(device);
    }
    for (const { db } of [one, two]) {
      expect(await db.people.toArray()).toMatchObject([{ id: A, notes: "Old words, and new" }]);
      expect((await db.interactions.toArray())[0]?.personId).toBe(A);
    }
  });

  it("comes back on a device that never held the row that went", async () => {
    const world = openWorld();
    const [one, late] = [world.newDevice(), world.newDevice()];
    await add(one, A, { memberUrn: URN });
    await add(one, B, { memberUrn: URN, notes: "Mine" });
    await tidy(one);
    await world.sync(one);
    await world.sync(late);
    await late.db._base.clear();
    const [merge] = await late.db.merges.toArray();
    await undoMerge(merge?.id ?? "", late.db, late.now);
    for (const device of [late, one]) {
      await world.sync(device);
      await tidy(device);
    }
    expect(await one.db.people.get(B)).toMatchObject({ notes: "Mine" });
    expect(await one.db.people.count()).toBe(2);
  });

  it("told apart on one device while another merged them, comes back", async () => {
    const world = openWorld();
    const [one, two] = [world.newDevice(), world.newDevice(5000)];
    await add(one, A, { memberUrn: URN });
    await add(one, B, { memberUrn: URN });
    await world.sync(one);
    await world.sync(two);
    await tidy(one);
    await tellApart("people", [A, B], two.db, new Date(two.now + 60_000));
    for (const device of [one, two, one, two]) {
      await world.sync(device);
      await tidy(device);
    }
    for (const { db } of [one, two]) expect(await db.people.count()).toBe(2);
  });
});

it("who may be one is noted with its reason, until it is told apart", async () => {
  const db = freshDb();
  await save(db, [
    {
      table: "people",
      id: A,
      create: true,
      fields: { fullName: "Robert Lindqvist", company: "Quillmark" },
    },
    {
      table: "people",
      id: B,
      create: true,
      fields: { fullName: "Bob Lindqvist", company: "Quillmark Inc." },
    },
  ]);
  await tidy({ db });
  const found = await readLikely(db);
  expect(found).toMatchObject([{ ids: [A, B], why: "nickname" }]);
  expect(await db.people.count()).toBe(2);
  await tellApart("people", [A, B], db);
  await tidy({ db });
  expect(await readLikely(db)).toEqual([]);
});

it("wakes by itself when people were written, and rests when nothing is left to do", async () => {
  const db = freshDb();
  await db.open();
  const tidying = keepTidy(db, undefined, 0);
  await save(db, [
    { table: "people", id: A, create: true, fields: { fullName: "Ada", company: "Lantern" } },
  ]);
  await expect.poll(() => db.companies.count()).toBe(1);
  await expect.poll(async () => (await db.people.get(A))?.employerId).toBeDefined();
  tidying.stop();
});
