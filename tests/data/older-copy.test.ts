import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { connect } from "@/lib/data/db";
import { readSyncMeta } from "@/lib/data/meta";
import { save } from "@/lib/data/save";
import { DAY, NOW, openWorld, peopleOf, type Clocked } from "./devices";
import { dumpDatabase, writeDatabase } from "./raw-database";

/** A browser's profile brought back from a disk's backup: the server knows of later records than it does. */

const add = async ({ db, now }: Clocked, fullName: string) =>
  (await save(db, [{ table: "people", fields: { fullName } }], now)).ids[0] as string;
const names = async (device: Clocked) =>
  (await peopleOf(device)).map(({ fullName }) => String(fullName)).sort();

it("EPO-4 put back to what it was, it loses neither what it sent since nor what it does then", async () => {
  const { newDevice, sync } = openWorld();
  const device = newDevice();
  const ada = await add(device, "Ada");
  await sync(device);
  const { cid } = await readSyncMeta(device.db);
  device.db.close();
  const earlier = await dumpDatabase(device.db.name);
  await device.db.open();
  for (const name of ["Ben", "Cleo"]) await add(device, name);
  await save(device.db, [{ table: "people", id: ada, fields: { notes: "sent since" } }], NOW);
  await sync(device);

  await device.db.delete();
  await writeDatabase(device.db.name, earlier);
  const again: Clocked = { db: connect(device.db.name), now: NOW + DAY };
  await add(again, "Dan");
  await sync(again);
  const other = newDevice();
  await sync(other);
  for (const one of [again, other]) {
    expect(await names(one)).toEqual(["Ada", "Ben", "Cleo", "Dan"]);
    expect(await peopleOf(one)).toContainEqual(expect.objectContaining({ notes: "sent since" }));
  }
  expect((await readSyncMeta(again.db)).cid).not.toBe(cid);
});
