import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { readSyncMeta } from "@/lib/data/meta";
import { save } from "@/lib/data/save";
import { inOneTransaction } from "@/lib/data/transaction";
import { countMuts } from "@/lib/sync/mutation-columns";
import type { SyncStore } from "@/lib/sync/ports";
import { syncRound } from "@/lib/sync/round";
import type { SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { DAY, NOW, openWorld, peopleOf, type Clocked } from "./devices";
import { everything } from "./ground";

const add = async ({ db, now }: Clocked, fullName: string) =>
  (await save(db, [{ table: "people", fields: { fullName } }], now)).ids[0] as string;
const set = ({ db, now }: Clocked, id: string, fields: Record<string, string | boolean | null>) =>
  save(db, [{ table: "people", id, fields }], now);
const names = async (device: Clocked) =>
  (await peopleOf(device)).map(({ fullName }) => String(fullName)).sort();

describe("the device's side of the sync", () => {
  it("ACK-1 PUL-1 leaves nothing behind once edits came back: no outbox, no second copy of a row", async () => {
    const { newDevice, sync } = openWorld();
    const device = newDevice();
    const id = await add(device, "Ada");
    await set(device, id, { notes: "Met in Lyon" });
    await sync(device);
    const left = await everything(device.db);
    expect(Object.keys(left).sort()).toEqual(["_meta", "people"]);
    expect(left.people).toMatchObject([{ notes: "Met in Lyon", _sync: { seq: 1 } }]);
  });

  it("CLK-3 goes on from the stored clock after a restart, though the machine's went back", async () => {
    const { newDevice } = openWorld();
    const device = newDevice();
    const id = await add(device, "Ada");
    const { clock } = await readSyncMeta(device.db);
    await set({ ...device, now: NOW - DAY }, id, { notes: "later" });
    const after = await readSyncMeta(device.db);
    expect(after.clock).toEqual({ ms: clock.ms, counter: clock.counter + 1 });
    expect(await peopleOf(device)).toMatchObject([{ notes: "later" }]);
  });

  it("CLK-5 CLK-6 CLK-7 writes and reads with a clock a day ahead", async () => {
    const { newDevice, sync } = openWorld();
    const [ahead, right] = [newDevice(DAY), newDevice()];
    const id = await add(ahead, "Ada");
    await sync(ahead);
    await sync(right);
    await set(right, id, { notes: "right" });
    await sync(right);
    await sync(ahead);
    expect(await peopleOf(ahead)).toMatchObject([{ notes: "right" }]);
    await set(ahead, id, { notes: "ahead" });
    await sync(ahead);
    await sync(right);
    expect(await peopleOf(right)).toMatchObject([{ notes: "ahead" }]);
    expect((await readSyncMeta(ahead.db)).offset).toBe(-DAY);
  });

  it("ACK-2 keeps what was rejected for the person to see", async () => {
    const forbidden = new Set<string>();
    const { newDevice, sync } = openWorld(3, (_, id) => forbidden.has(id));
    const device = newDevice();
    const id = await add(device, "Ada");
    await sync(device);
    forbidden.add(id);
    await set(device, id, { notes: "mine" });
    await sync(device);
    expect((await peopleOf(device))[0]?.notes).toBeUndefined();
    expect(await device.db._rejected.toArray()).toMatchObject([
      {
        why: "forbidden",
        at: new Date(NOW).toISOString(),
        mutation: { id, fields: { notes: ["mine", expect.any(String)] } },
      },
    ]);
  });

  it("PUL-4 SNP-3 resets behind the floor, keeps its outbox and lets go of what is gone", async () => {
    const { newDevice, sync, server } = openWorld(1);
    const [one, two] = [newDevice(), newDevice()];
    const gone = await add(one, "Gone");
    await add(one, "Here");
    await sync(one);
    await sync(two);
    await set(one, gone, { _del: true });
    await sync(one);
    server.collect();
    const mine = await add(two, "Mine");
    await set(two, gone, { notes: "too late" });
    await sync(two);
    expect(await names(two)).toEqual(["Here", "Mine"]);
    expect(server.kept.rows.has(`people/${mine}`)).toBe(true);
    expect(await two.db._rejected.toArray()).toMatchObject([{ why: "unknown-row" }]);
    expect(await two.db._pages.count()).toBe(0);
  });

  it("EPO-1 gives a restored server back what it lost, deletions too", async () => {
    const { newDevice, sync, server } = openWorld(2);
    const device = newDevice();
    const ids = [await add(device, "Ada"), await add(device, "Bea"), await add(device, "Cleo")];
    await sync(device);
    server.keepBackup();
    await set(device, ids[0] as string, { notes: "after" });
    await set(device, ids[1] as string, { _del: true });
    await add(device, "Dora");
    await sync(device);
    const before = await peopleOf(device);
    server.restore();
    await sync(device);
    expect(await peopleOf(device)).toEqual(before);
    const living = [...server.kept.rows.values()].filter(({ del }) => !del);
    expect(living.map(({ data }) => String(data.fullName)).sort()).toEqual(["Ada", "Cleo", "Dora"]);
  });

  it("SNP-1 goes on with a snapshot where the last page was stored", async () => {
    const { newDevice, sync, storeOf, api, server } = openWorld(2);
    const [maker, fresh] = [newDevice(), newDevice()];
    for (const name of ["Ada", "Bea", "Cleo", "Dora", "Enid"]) await add(maker, name);
    await sync(maker);
    const asked: unknown[] = [];
    for (let page = 0; page < 3; page++) {
      const store = storeOf(fresh);
      const request = await store.nextPull();
      if (request.kind !== "snap") expect.fail();
      asked.push(request.before);
      await store.applySnaps(request, [await api.snap(request)]);
    }
    expect(asked).toEqual([null, 4, 2]);
    await sync(fresh);
    expect(await names(fresh)).toEqual(await names(maker));
    expect((await readSyncMeta(fresh.db)).since).toBe(server.kept.seq);
  });

  it("keeps what never leaves the device when the row comes back from the server", async () => {
    const { newDevice, sync } = openWorld();
    const [one, two] = [newDevice(), newDevice()];
    const contact = { emails: ["ada@quillmark.example"] };
    const { ids } = await save(one.db, [{ table: "people", fields: { fullName: "Ada", contact } }]);
    await sync(one);
    await sync(two);
    await set(two, ids[0] as string, { notes: "theirs" });
    await sync(two);
    await sync(one);
    expect(await peopleOf(one)).toMatchObject([{ notes: "theirs", contact }]);
    expect((await peopleOf(two))[0]?.contact).toBeUndefined();
  });

  it("OUT-2 sends an import of thousands in pushes of a thousand", async () => {
    const { newDevice, sync, storeOf, api } = openWorld(2000);
    const device = newDevice();
    const people = Array.from({ length: 2500 }, (_, n) => ({
      table: "people" as const,
      fields: { fullName: `Person ${n}` },
    }));
    await save(device.db, people, NOW);
    const sizes: number[] = [];
    const push: typeof api.push = (body) => {
      sizes.push(countMuts(body));
      return api.push(body);
    };
    await syncRound(storeOf(device), { ...api, push });
    expect(sizes).toEqual([1000, 1000, 500]);
    await sync(device);
    expect(await device.db._outbox.count()).toBe(0);
    expect(await device.db.people.count()).toBe(2500);
  });
});

describe("a page that does not fit on the disk", () => {
  it("PUL-2 says so, keeps what was there, and is asked for again", async () => {
    const { newDevice, sync } = openWorld(50);
    const [one, two] = [newDevice(), newDevice()];
    await add(one, "Ada");
    await sync(one);
    await sync(two);
    await add(one, "Bea");
    await sync(one);
    const before = await everything(two.db);
    const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("No room left", "QuotaExceededError");
    });
    await expect(sync(two)).rejects.toMatchObject({ code: "disk-full" });
    full.mockRestore();
    expect(await everything(two.db)).toEqual(before);
    await sync(two);
    expect(await names(two)).toEqual(["Ada", "Bea"]);
  });

  it("is recognised too when the browser only says so as it commits", async () => {
    const { newDevice } = openWorld();
    const { db } = newDevice();
    const inner = new DOMException("No room left", "QuotaExceededError");
    const work = async () => {
      throw Object.assign(new Error("aborted"), { name: "AbortError", inner });
    };
    await expect(inOneTransaction(db, ["_meta"], work)).rejects.toMatchObject({
      code: "disk-full",
    });
  });
});

describe("what this version does not know", () => {
  const row: SyncRow = {
    tbl: "novelties",
    id: "0190b0c0-0000-7000-8000-00000000000a",
    hlc: "0mwqdippu000-zz",
    data: { fullName: "Ada of the future", "tags/vip": true },
    seq: 1,
  };

  it("VER-3 is kept, taken away when it is deleted, and healed like any other", async () => {
    const { newDevice, sync, server } = openWorld();
    const device = newDevice();
    server.keepBackup();
    server.kept.rows.set(rowKey(row), row);
    server.kept.seq = 1;
    await sync(device);
    expect(await device.db._unknown.toArray()).toMatchObject([{ tbl: "novelties", local: row }]);
    server.restore();
    await sync(device);
    expect(server.kept.rows.get(rowKey(row))?.data).toEqual(row.data);
  });

  it("VER-3 takes its place once a version knows its table", async () => {
    const { newDevice, sync } = openWorld();
    const device = newDevice();
    const local = { ...row, tbl: "people" };
    await device.db._unknown.put({ key: rowKey(local), tbl: "people", local });
    await sync({ ...device });
    expect(await device.db._unknown.count()).toBe(0);
    const pending = { ...local, data: { ...local.data, notes: "mine" } };
    await device.db._unknown.put({
      key: rowKey(local),
      tbl: "people",
      local: pending,
      base: local,
    });
    expect(await openWorld().storeOf(device).nextPush()).toBeUndefined();
    expect(await peopleOf(device)).toMatchObject([{ notes: "mine", tags: ["vip"] }]);
    const { tbl: _, id: __, ...base } = local;
    expect((await device.db.people.toArray())[0]).toMatchObject({ _sync: { base } });
  });

  it("VER-2 survives an edit of the same row", async () => {
    const { newDevice, sync, server } = openWorld();
    const device = newDevice();
    const id = await add(device, "Ada");
    await sync(device);
    const held = server.kept.rows.get(`people/${id}`) as SyncRow;
    const data = { ...held.data, brandNew: { deep: [1] }, "odd/one": 1 };
    server.kept.rows.set(`people/${id}`, { ...held, data, seq: 2 });
    server.kept.seq = 2;
    await sync(device);
    await set(device, id, { notes: "mine" });
    await sync(device);
    expect(server.kept.rows.get(`people/${id}`)?.data).toMatchObject({ ...data, notes: "mine" });
  });
});

it("DEL-1 forgets, once a day, what was deleted 90 days ago on both sides", async () => {
  const { newDevice, sync } = openWorld();
  const device = newDevice();
  const old = await add(device, "Old");
  await sync(device);
  await set(device, old, { _del: true });
  await sync(device);
  expect(await device.db._base.count()).toBe(1);
  await sync({ ...device, now: NOW + 89 * DAY });
  expect(await device.db._base.count()).toBe(1);
  await sync({ ...device, now: NOW + 91 * DAY });
  expect(await device.db._base.count()).toBe(0);
});

it("ACK-4 a record refused for good leaves the rest to go", async () => {
  const { newDevice, sync, storeOf, server } = openWorld();
  const device = newDevice();
  await add(device, "Too much");
  await add(device, "Fine");
  const store: SyncStore & { refuse(n: number, why: string): Promise<void> } = storeOf(device);
  await store.refuse(1, "body-too-large");
  await sync(device);
  expect([...server.kept.rows.values()].map(({ data }) => data.fullName)).toEqual(["Fine"]);
  expect(await device.db._rejected.count()).toBe(1);
});
