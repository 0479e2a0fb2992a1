import "fake-indexeddb/auto";
import { expect, it, vi } from "vitest";
import { readSyncMeta } from "@/lib/data/meta";
import { save } from "@/lib/data/save";
import { syncRound } from "@/lib/sync/round";
import { NOW, openWorld, peopleOf, type Clocked } from "./devices";
import { dumpDatabase } from "./raw-database";

const add = (device: Clocked, fullName: string) =>
  save(device.db, [{ table: "people", fields: { fullName } }], device.now);
const names = async (device: Clocked) =>
  (await peopleOf(device)).map(({ fullName }) => String(fullName)).sort();

it("PUL-5 needs no pull after a push that brought one, and asks anew where it no longer fits", async () => {
  const { newDevice, sync, storeOf, api, server } = openWorld();
  const [one, two] = [newDevice(), newDevice()];
  await sync(one);
  await add(one, "Ada");
  const pull = vi.fn<typeof api.pull>((request) => api.pull(request));
  await syncRound(storeOf(one), { ...api, pull });
  expect(pull).not.toHaveBeenCalled();
  expect((await readSyncMeta(one.db)).since).toBe(server.kept.seq);
  expect(await one.db._outbox.count()).toBe(0);

  await add(two, "Bea");
  await sync(two);
  await add(one, "Cleo");
  const push: typeof api.push = async (body) => {
    const answer = await api.push(body);
    return answer.page ? { ...answer, page: { ...answer.page, from: 0 } } : answer;
  };
  await syncRound(storeOf(one), { ...api, push, pull });
  expect(pull).toHaveBeenCalled();
  expect(await names(one)).toEqual(["Ada", "Bea", "Cleo"]);
});

it("OUT-5 keeps a large action as columns, and reads it back as it was written", async () => {
  const { newDevice, sync } = openWorld(2000);
  const [one, two] = [newDevice(), newDevice()];
  const people = Array.from({ length: 300 }, (_, n) => ({
    table: "people" as const,
    fields: { fullName: `Person ${n}`, "tags/vip": n % 2 === 0, notes: n % 3 ? "met" : null },
  }));
  const { ids } = await save(one.db, people, NOW);
  const [raw] = (await dumpDatabase(one.db.name)).stores["_outbox"]?.rows ?? [];
  expect(raw).toHaveProperty("columns");
  expect(raw).not.toHaveProperty("muts");
  const [record] = await one.db._outbox.toArray();
  expect(record?.muts.map(({ id }) => id)).toEqual(ids);
  expect(record?.muts[0]?.fields["fullName"]?.[0]).toBe("Person 0");
  await sync(one);
  await sync(two);
  expect(await names(two)).toEqual(await names(one));
  expect(await one.db._outbox.count()).toBe(0);
});

it("STG-2 its own rows take their places at once, though the snapshot goes on", async () => {
  const { newDevice, storeOf, api } = openWorld(100);
  const device = newDevice();
  const people = Array.from({ length: 700 }, (_, n) => ({
    table: "people" as const,
    fields: { fullName: `Person ${n}` },
  }));
  await save(device.db, people, NOW);
  await syncRound(storeOf(device), api);
  expect(await device.db._staged.count()).toBe(0);
  expect(await device.db._outbox.count()).toBe(0);
  expect(await device.db.people.count()).toBe(700);
});
