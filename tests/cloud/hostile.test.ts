import "fake-indexeddb/auto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { save } from "@/lib/data/save";
import { openGround, type Device, type Ground } from "./ground";
import type { Mood } from "./proxy";

let ground: Ground;
let people = 0;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());
afterEach(() => {
  ground.proxy.mood = () => "through";
});

const add = ({ db }: Device, fullName: string, fields: Record<string, string> = {}) =>
  save(db, [{ table: "people", fields: { fullName, ...fields } }]);
const newDevice = () => ground.newDevice(`hostile${++people}@example.org`);
const ownError = (status: number, code: string): Mood => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ error: { code, message: "" } }),
});

/** What the server holds, as a device that was never there before learns it. */
async function arrived(): Promise<unknown[]> {
  ground.proxy.mood = () => "through";
  const fresh = await ground.newDevice(`hostile${people}@example.org`);
  await fresh.loop.syncOnce();
  return (await fresh.db.people.toArray()).map(({ fullName }) => fullName).sort();
}

describe("what stands between a device and its server", () => {
  const cases: [string, Mood, string, string][] = [
    ["a page of HTML with status 200", "html", "attention", "server-unreadable"],
    ["JSON of something else", "json", "attention", "server-unreadable"],
    ["a 404 page", { status: 404, body: "<p>Nothing</p>" }, "attention", "server-unreadable"],
    ["a 500 page", { status: 500, body: "<p>Oops</p>" }, "attention", "server-error"],
    ["a 502 without a body", { status: 502 }, "attention", "server-error"],
    [
      "a redirect",
      { status: 302, headers: { location: "https://elsewhere.example/" } },
      "offline",
      "offline",
    ],
    ["a dropped connection", "drop", "offline", "offline"],
    ["an answer cut off", "cut", "offline", "offline"],
    ["an answer lost on its way back", "lost", "offline", "offline"],
    [
      "too many requests",
      { status: 429, headers: { "retry-after": "120" } },
      "attention",
      "rate-limited",
    ],
    ["a proxy that finds everything too large", { status: 413 }, "attention", "body-too-large"],
    ["too old a version", ownError(426, "too-old"), "attention", "too-old"],
    ["no right to it", ownError(403, "forbidden"), "attention", "forbidden"],
  ];

  it.each(cases)("%s: all is kept, said, and sent later, once", async (_, mood, phase, error) => {
    const device = await newDevice();
    await add(device, "Before");
    await device.loop.syncOnce();
    await add(device, "Waiting");
    ground.proxy.mood = () => mood;
    const status = await device.loop.syncOnce();
    expect(status).toMatchObject({ phase, error, waiting: 1 });
    expect(status.waitingSince).toBeDefined();
    expect(device.timers).toHaveLength(1);
    expect(await device.db.people.count()).toBe(2);
    expect(await device.db._rejected.count()).toBe(0);

    ground.proxy.mood = () => "through";
    const after = await device.loop.syncOnce();
    expect(after).toMatchObject({ phase: "idle", waiting: 0 });
    expect(after.error).toBeUndefined();
    expect(await arrived()).toEqual(["Before", "Waiting"]);
  });

  it("an answer lost for the push alone does not send the edit twice", async () => {
    const device = await newDevice();
    await add(device, "Once");
    ground.proxy.mood = ({ path }) => (path.endsWith("/push") ? "lost" : "through");
    for (let round = 0; round < 3; round++) await device.loop.syncOnce();
    ground.proxy.mood = () => "through";
    expect(await device.loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
    expect(await arrived()).toEqual(["Once"]);
  });

  it("failures that come and go at random end in everything being there", async () => {
    const device = await newDevice();
    const moods: Mood[] = ["drop", "lost", "cut", "html", { status: 500 }, { status: 429 }];
    let turn = 0;
    ground.proxy.mood = () => (turn++ % 3 === 0 ? "through" : moods[turn % moods.length]!);
    const names = Array.from({ length: 12 }, (_, n) => `Person ${String(n).padStart(2, "0")}`);
    for (const name of names) {
      await add(device, name);
      await device.loop.syncOnce();
    }
    ground.proxy.mood = () => "through";
    expect(await device.loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
    expect(await arrived()).toEqual(names);
    expect(await device.db.people.count()).toBe(names.length);
  });
});

describe("a session that ended", () => {
  it.each(["device-revoked", "device-expired", "not-signed-in"])(
    "%s: signed out with its reason, the notebook whole",
    async (code) => {
      const device = await newDevice();
      await add(device, "Kept");
      ground.proxy.mood = () => ownError(401, code);
      expect(await device.loop.syncOnce()).toMatchObject({
        phase: "signed-out",
        error: code,
        waiting: 1,
      });
      expect(await device.session.currentSession()).toBeUndefined();
      expect(device.timers).toEqual([]);
      // The reason is still there when the loop looks again.
      expect(await device.loop.syncOnce()).toMatchObject({ phase: "signed-out", error: code });
      ground.proxy.mood = () => "through";
      await ground.pair(device, `hostile${people}@example.org`);
      expect(await device.loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
    },
  );

  it("a 401 of a hotel's page signs nobody out", async () => {
    const device = await newDevice();
    ground.proxy.mood = () => ({ status: 401, body: "<h1>Room number?</h1>" });
    expect(await device.loop.syncOnce()).toMatchObject({
      phase: "attention",
      error: "server-unreadable",
    });
    expect(await device.session.currentSession()).toBeDefined();
  });

  it("revoked for real, from another device", async () => {
    const device = await newDevice();
    const other = await ground.newDevice(`hostile${people}@example.org`);
    const { deviceId } = (await device.session.currentSession())!;
    await other.session.revokeDevice(deviceId);
    expect(await device.loop.syncOnce()).toMatchObject({ error: "device-revoked" });
    expect((await other.session.devices()).map(({ current }) => current)).toEqual([true]);
  });
});

describe("a limit on the way", () => {
  it("is met by sending less at a time, down to what passes", async () => {
    const device = await newDevice();
    for (let n = 0; n < 40; n++) await add(device, `Person ${n}`, { notes: randomText(1500) });
    ground.proxy.mood = ({ bytes }) => (bytes > 20_000 ? { status: 413 } : "through");
    expect(await device.loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
    expect(await arrived()).toHaveLength(40);
    expect(await device.db._rejected.count()).toBe(0);
  });

  it("one record too large for it goes to the list the person sees; the rest goes on", async () => {
    const device = await newDevice();
    await add(device, "Small before");
    const { ids } = await add(device, "Huge", { notes: randomText(120_000) });
    await add(device, "Small after");
    ground.proxy.mood = ({ bytes }) => (bytes > 40_000 ? { status: 413 } : "through");
    expect(await device.loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
    const [refused] = await device.db._rejected.toArray();
    expect(refused).toMatchObject({ why: "body-too-large", mutation: { id: ids[0] } });
    expect(await arrived()).toEqual(["Small after", "Small before"]);
  });

  it("one record the server calls nonsense is singled out; the rest goes on", async () => {
    const device = await newDevice();
    for (let n = 0; n < 9; n++) await add(device, `Person ${n}`);
    await device.db._outbox
      .where("n")
      .equals(5)
      .modify((record) => {
        record.muts[0]!.tbl = "not a table";
      });
    expect(await device.loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
    expect(await device.db._rejected.toArray()).toMatchObject([{ n: 5, why: "bad-request" }]);
    expect(await arrived()).toHaveLength(8);
  });

  it("one record that makes the server fail every time is given up only after many tries", async () => {
    const device = await newDevice();
    const other = await ground.newDevice(`hostile${people}@example.org`);
    await add(device, "Poison");
    await add(other, "From the other");
    await other.loop.syncOnce();
    ground.proxy.mood = ({ path, bytes }) =>
      path.endsWith("/push") && bytes > 250 ? ownError(500, "server-error") : "through";
    const first = await device.loop.syncOnce();
    expect(first).toMatchObject({ error: "server-error", waiting: 1 });
    // What others wrote arrives all the same.
    expect(await device.db.people.count()).toBe(2);
    for (let round = 0; round < 6; round++) await device.loop.syncOnce();
    expect(await device.db._rejected.count()).toBe(0);
    expect(await device.loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
    expect(await device.db._rejected.toArray()).toMatchObject([{ why: "server-error" }]);
  });
});

function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536)));
  const text = Array.from(bytes, (byte) => String.fromCharCode(33 + (byte % 90))).join("");
  return text
    .repeat(Math.ceil(length / text.length))
    .slice(0, length)
    .replaceAll(/["\\]/g, "a");
}
