import "fake-indexeddb/auto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSyncMeta } from "@/lib/data/meta";
import { save } from "@/lib/data/save";
import { beginNewLife } from "@/server/workspaces";
import { openGround, type Device, type Ground } from "./ground";

const DAY = 86_400_000;
let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const namesOf = async ({ db }: Device) =>
  (await db.people.toArray()).map(({ fullName }) => fullName).sort();
const add = async ({ db }: Device, fullName: string, now?: number) =>
  (await save(db, [{ table: "people", fields: { fullName } }], now)).ids[0]!;
const inStep = async (...devices: Device[]) => {
  for (const { loop } of [...devices, ...devices]) {
    expect(await loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
  }
};

describe("two notebooks of one person", () => {
  it("come to hold the same, whoever wrote what", async () => {
    const a = await ground.newDevice("ada@example.org");
    const b = await ground.newDevice("ada@example.org");
    const id = await add(a, "Noé Exemple");
    await add(b, "Zoé Exemple");
    await inStep(a, b);
    expect(await namesOf(a)).toEqual(["Noé Exemple", "Zoé Exemple"]);
    expect(await namesOf(b)).toEqual(await namesOf(a));

    await save(b.db, [{ table: "people", id, fields: { notes: "met in Lyon", "tags/vip": true } }]);
    await save(a.db, [
      { table: "people", id, fields: { company: "Exemple SA", "tags/old": true } },
    ]);
    await inStep(b, a);
    for (const { db } of [a, b]) {
      expect(await db.people.get(id)).toMatchObject({
        fullName: "Noé Exemple",
        notes: "met in Lyon",
        company: "Exemple SA",
        tags: expect.arrayContaining(["old", "vip"]),
      });
    }

    await save(b.db, [{ table: "people", id, fields: { _del: true } }]);
    await inStep(b, a);
    expect(await namesOf(a)).toEqual(["Zoé Exemple"]);
  });

  it("a fresh one gets everything there is, newest first, in pages", async () => {
    const a = await ground.newDevice("big@example.org");
    const edits = Array.from({ length: 2600 }, (_, n) => ({
      table: "people" as const,
      fields: { fullName: `Person ${n}` },
    }));
    await save(a.db, edits);
    await inStep(a);
    const b = await ground.newDevice("big@example.org");
    ground.proxy.seen.length = 0;
    expect(await b.loop.syncOnce()).toMatchObject({ phase: "idle" });
    expect(await b.db.people.count()).toBe(2600);
    const snaps = ground.proxy.seen.filter(({ path }) => path.includes("/snap"));
    expect(snaps).toHaveLength(3);
    expect(snaps[0]!.path).toContain("limit=500");
  });

  it("sends what was written before there was an account", async () => {
    const a = ground.newNotebook();
    await add(a, "Before");
    expect(await a.loop.syncOnce()).toMatchObject({ phase: "signed-out", waiting: 1 });
    await ground.pair(a, "late@example.org");
    const b = await ground.newDevice("late@example.org");
    await inStep(a, b);
    expect(await namesOf(b)).toEqual(["Before"]);
  });
});

describe("a wrong clock", () => {
  it.each([
    ["a day ahead", DAY],
    ["a day behind", -DAY],
  ])("%s loses no edit and wins no quarrel it should lose", async (_, off) => {
    const now = () => Date.now() + off;
    const email = `clock${off}@example.org`;
    const wrong = await ground.newDevice(email, { now });
    const right = await ground.newDevice(email);
    const id = await add(wrong, "From the wrong clock", now());
    await inStep(wrong, right);
    expect(await namesOf(right)).toEqual(["From the wrong clock"]);

    await save(wrong.db, [{ table: "people", id, fields: { notes: "first" } }], now());
    await inStep(wrong, right);
    await save(right.db, [{ table: "people", id, fields: { notes: "second" } }]);
    await inStep(right, wrong);
    for (const { db } of [wrong, right]) {
      expect(await db.people.get(id)).toMatchObject({ notes: "second" });
    }
  });
});

describe("a server put back from a backup", () => {
  it("is given what it lost by the devices that know it", async () => {
    const a = await ground.newDevice("restore@example.org");
    await add(a, "In the backup");
    await inStep(a);
    const { workspaceId } = (await a.session.currentSession())!;
    const tables = ["rows", "meta", "client"];
    const backup = await ground.server.database.read(
      tables.map((name) => ({
        sql: `select * from ${name} where workspace_id = ?`,
        args: [workspaceId],
      })),
    );
    const id = await add(a, "Lost by the backup");
    await save(a.db, [{ table: "people", id, fields: { notes: "and its note" } }]);
    await inStep(a);

    await ground.server.database.write([
      ...tables.map((name) => ({
        sql: `delete from ${name} where workspace_id = ?`,
        args: [workspaceId],
      })),
      ...backup.flatMap((rows, index) =>
        rows.map((row) => ({
          sql: `insert into ${tables[index]} values (${Object.keys(row)
            .map(() => "?")
            .join(", ")})`,
          args: Object.values(row) as (string | number | null)[],
        })),
      ),
    ]);
    await beginNewLife(ground.server.database);

    await add(a, "Written after");
    await inStep(a);
    const b = await ground.newDevice("restore@example.org");
    await inStep(b);
    expect(await namesOf(b)).toEqual(["In the backup", "Lost by the backup", "Written after"]);
    expect((await b.db.people.get(id))?.notes).toBe("and its note");
  });
});

describe("another person on this notebook", () => {
  it("is stopped before anything is mixed, and the owner can go on", async () => {
    const device = await ground.newDevice("owner@example.org");
    await add(device, "The owner's");
    await inStep(device);
    await device.session.signOut();
    await ground.pair(device, "other@example.org");
    await add(device, "Still the owner's");
    ground.proxy.seen.length = 0;
    expect(await device.loop.syncOnce()).toMatchObject({
      phase: "attention",
      error: "other-owner",
    });
    expect(ground.proxy.seen).toEqual([]);
    const fresh = await ground.newDevice("other@example.org");
    await inStep(fresh);
    expect(await namesOf(fresh)).toEqual([]);

    await device.session.signOut();
    await ground.pair(device, "owner@example.org");
    await inStep(device);
    const second = await ground.newDevice("owner@example.org");
    await inStep(second);
    expect(await namesOf(second)).toEqual(["Still the owner's", "The owner's"]);
  });
});

describe("signing out", () => {
  it("leaves the notebook and what waits in it, and going on sends it", async () => {
    const device = await ground.newDevice("leaver@example.org");
    await add(device, "Sent");
    await inStep(device);
    await add(device, "Waiting");
    await device.session.signOut();
    expect(await device.loop.syncOnce()).toMatchObject({ phase: "signed-out", waiting: 1 });
    expect(await namesOf(device)).toEqual(["Sent", "Waiting"]);
    const { cid } = await readSyncMeta(device.db);
    await ground.pair(device, "leaver@example.org");
    await inStep(device);
    expect((await readSyncMeta(device.db)).cid).toBe(cid);
  });
});
