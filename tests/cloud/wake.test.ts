import "fake-indexeddb/auto";
import { liveQuery } from "dexie";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createLoop } from "@/lib/cloud/loop";
import { Pace } from "@/lib/cloud/pace";
import { readStatus, type SyncStatus } from "@/lib/cloud/status";
import { save } from "@/lib/data/save";
import { openGround, type Device, type Ground } from "./ground";

let ground: Ground;
let people = 0;
const stops: (() => void)[] = [];
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  ground.proxy.mood = () => "through";
});

/** Resolves as soon as the status, as a screen would watch it, is as wanted. */
function untilStatus({ db }: Device, wanted: (status: SyncStatus) => boolean): Promise<SyncStatus> {
  return new Promise((done, fail) => {
    const watching = liveQuery(() => readStatus(db)).subscribe({
      next(status) {
        if (!wanted(status)) return;
        watching.unsubscribe();
        done(status);
      },
      error: fail,
    });
  });
}

const inStep = (status: SyncStatus) => status.phase === "idle" && status.waiting === 0;
const newDevice = () => ground.newDevice(`wake${++people}@example.org`);

describe("the loop", () => {
  it("runs when it is started, and by itself on every write", async () => {
    const device = await newDevice();
    stops.push(device.loop.start());
    const { lastPullAt } = await untilStatus(device, inStep);
    expect(lastPullAt).toBeDefined();
    await save(device.db, [{ table: "people", fields: { fullName: "Written" } }]);
    await untilStatus(device, (status) => inStep(status) && status.lastPullAt !== lastPullAt);
    const other = await ground.newDevice(`wake${people}@example.org`);
    await other.loop.syncOnce();
    expect(await other.db.people.count()).toBe(1);
  });

  it("respects a wait on writes and alarms; a person and the network's return end it", async () => {
    const device = await newDevice();
    ground.proxy.mood = () => ({ status: 429, headers: { "retry-after": "120" } });
    const before = Date.now();
    const { nextTryAt } = await device.loop.syncOnce();
    expect(nextTryAt! - before).toBeGreaterThanOrEqual(120_000);
    expect(device.timers.map(({ ms }) => ms)).toEqual([120_000]);

    ground.proxy.mood = () => "through";
    ground.proxy.seen.length = 0;
    await save(device.db, [{ table: "people", fields: { fullName: "Waiting" } }]);
    await device.loop.wake("write");
    await device.loop.wake("alarm");
    await device.loop.wake("visible");
    expect(ground.proxy.seen).toEqual([]);
    await device.loop.wake("online");
    expect(await readStatus(device.db)).toMatchObject({ phase: "idle", waiting: 0 });
  });

  it("reads nothing of what is to be sent while there is nobody to send it to", async () => {
    const notebook = ground.newNotebook();
    let read = 0;
    notebook.db._outbox.hook("reading", (record) => {
      read++;
      return record;
    });
    for (const fullName of ["One", "Two", "Three"]) {
      await save(notebook.db, [{ table: "people", fields: { fullName } }]);
      await notebook.loop.wake("write");
    }
    // The first, once: since when it waits.
    expect(read).toBe(1);
    await ground.pair(notebook, `wake${++people}@example.org`);
    await notebook.loop.wake("session");
    expect(await readStatus(notebook.db)).toMatchObject({ phase: "idle", waiting: 0 });
  });

  it("lets go of a connection that says nothing once a person asks, and tries anew", async () => {
    let ahead = 0;
    const email = `wake${++people}@example.org`;
    const device = await ground.newDevice(email, { now: () => Date.now() + ahead });
    await save(device.db, [{ table: "people", fields: { fullName: "Waiting" } }]);
    let pushes = 0;
    ground.proxy.mood = ({ path }) =>
      path.endsWith("/push") && pushes++ === 0 ? "silent" : "through";
    const syncing = device.loop.wake("alarm");
    await expect.poll(() => pushes).toBe(1);
    await device.loop.wake("person");
    const [look] = device.timers.splice(0);
    expect(look?.ms).toBeLessThanOrEqual(5000);
    ahead = 5000;
    look?.work();
    await syncing;
    expect(await readStatus(device.db)).toMatchObject({ phase: "idle", waiting: 0 });
    expect(pushes).toBe(2);
  });

  it("comes back by itself when the wait is over", async () => {
    const device = await newDevice();
    ground.proxy.mood = () => "drop";
    await device.loop.syncOnce();
    ground.proxy.mood = () => "through";
    device.timers[0]!.work();
    await untilStatus(device, inStep);
  });

  it("does not ask the server on a wake by a write when nothing waits", async () => {
    const device = await newDevice();
    await device.loop.syncOnce();
    ground.proxy.seen.length = 0;
    await device.loop.wake("write");
    expect(ground.proxy.seen).toEqual([]);
  });

  it("runs once, however often it is woken at once", async () => {
    const device = await newDevice();
    await Promise.all(Array.from({ length: 10 }, () => device.loop.wake("person")));
    const pulls = ground.proxy.seen.filter(({ path }) => /pull|snap/.test(path));
    expect(pulls.length).toBeLessThanOrEqual(4);
  });

  it("leaves a notebook alone that another context is syncing", async () => {
    const device = await newDevice();
    const { db, session } = device;
    const elsewhere = createLoop({ db, session });
    ground.proxy.seen.length = 0;
    let asked = 0;
    ground.proxy.mood = () => {
      asked++;
      return "through";
    };
    await Promise.all([device.loop.syncOnce(), elsewhere.syncOnce()]);
    expect(asked).toBe(2);
    expect(await readStatus(db)).toMatchObject({ phase: "idle" });
  });
});

describe("the pace", () => {
  it("doubles its waits up to five minutes, drawn from their whole span", () => {
    const longest = new Pace(() => 1);
    expect(Array.from({ length: 11 }, () => longest.failed())).toEqual([
      1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000,
    ]);
    longest.succeeded();
    expect(longest.failed()).toBe(1000);
    expect(new Pace(() => 0.25).failed()).toBe(250);
    expect(new Pace(() => 0).failed(7)).toBe(7000);
  });

  it("halves what it sends and grows by steps", () => {
    const pace = new Pace();
    pace.shrink(1000);
    pace.shrink(500);
    expect(pace.limits()).toEqual({ muts: 250, bytes: 250_000 });
    pace.grow();
    expect(pace.limits().muts).toBe(350);
    for (let n = 0; n < 20; n++) pace.grow();
    expect(pace.limits().muts).toBe(1000);
    for (let n = 0; n < 20; n++) pace.shrink(pace.limits().muts);
    expect(pace.limits().muts).toBe(1);
  });
});
