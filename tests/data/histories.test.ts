import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { readSyncMeta } from "@/lib/data/meta";
import { save, type Edit } from "@/lib/data/save";
import { kindsOf, fold } from "@/lib/sync/fields";
import { tables } from "@/lib/model/tables";
import type { StoredRow } from "@/lib/data/stored-row";
import type { SyncApi } from "@/lib/sync/ports";
import { syncRound } from "@/lib/sync/round";
import { NOW, openWorld, peopleOf, type Clocked } from "./devices";

/** What the simulator of tests/sync plays over maps, more slowly and over the real database. */

const kinds = kindsOf(tables.people);
type World = ReturnType<typeof openWorld>;
type Step = { kind: number; device: number; pick: number; value: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat(15),
  device: fc.nat(1),
  pick: fc.nat(9),
  value: fc.nat(9),
});

class Cut extends Error {}

/** The line is cut after so many answers. */
function cutAfter(api: SyncApi, answers: number): SyncApi {
  let left = answers;
  const cut = <A, B>(call: (given: A) => Promise<B>) =>
    async function ask(given: A): Promise<B> {
      const answer = await call(given);
      if (left-- <= 0) throw new Cut();
      return answer;
    };
  return {
    push: cut((body) => api.push(body)),
    pull: cut((request) => api.pull(request)),
    snap: cut((request) => api.snap(request)),
  };
}

async function edit(device: Clocked, pick: number, fields: Edit["fields"]): Promise<Edit[]> {
  const ids = await device.db.people.toCollection().primaryKeys();
  const id = ids[pick % Math.max(1, ids.length)];
  if (id === undefined) return [];
  return (await save(device.db, [{ table: "people", id, fields }], device.now)).undo;
}

async function act(world: World, devices: Clocked[], undo: Edit[][], one: Step): Promise<void> {
  const device = devices[one.device] as Clocked;
  const { kind, pick, value } = one;
  if (kind < 2) {
    const fields = { fullName: `Person ${value}`, "tags/new": true };
    await save(device.db, [{ table: "people", fields }], device.now);
  } else if (kind < 5) undo.push(await edit(device, pick, { notes: value ? `${value}` : null }));
  else if (kind < 6) undo.push(await edit(device, pick, { [`tags/${value % 3}`]: value > 4 }));
  else if (kind < 7) undo.push(await edit(device, pick, { _del: true }));
  else if (kind < 8) {
    // An undo may come late: its row may be gone everywhere by then.
    const edits = undo.pop() ?? [];
    const held = await device.db._base.bulkGet(edits.map(({ table, id }) => `${table}/${id}`));
    const shown = await device.db.people.bulkGet(edits.map(({ id }) => id ?? ""));
    const known = edits.filter((_, index) => held[index]?.local ?? shown[index]);
    await save(device.db, known, device.now);
  } else if (kind < 11) await world.sync(device);
  else if (kind < 14) {
    const cut = syncRound(world.storeOf(device), cutAfter(world.api, value % 4));
    await cut.catch((error: unknown) => {
      if (!(error instanceof Cut)) throw error;
    });
  } else if (kind < 15) {
    if (devices.length > 0 && (await allSent(devices))) world.server.collect();
  } else device.now = NOW + (value - 5) * 3_600_000;
}

async function allSent(devices: Clocked[]): Promise<boolean> {
  const counts = await Promise.all(devices.map(({ db }) => db._outbox.count()));
  return counts.every((count) => count === 0);
}

async function shownBy(device: Clocked): Promise<unknown[]> {
  const rows = await peopleOf(device);
  return rows.map(({ updatedAt: _, ...row }) => row);
}

/** Rows that still have a server row beside what is shown, or hidden. */
async function apartOn({ db }: Clocked): Promise<unknown[]> {
  const shown = (await db.people.toArray()) as unknown as StoredRow[];
  const hidden = await db._base.toArray();
  return [...shown.filter(({ _sync }) => _sync.base), ...hidden.filter(({ base }) => base)];
}

it("any two databases come to show what the server holds, whatever was cut off", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 40, size: "max" }),
      fc.integer({ min: 1, max: 3 }),
      async (steps, pageRows) => {
        const world = openWorld(pageRows);
        const devices = [world.newDevice(), world.newDevice()];
        const undo: Edit[][] = [];
        for (const one of steps) await act(world, devices, undo, one);
        for (const device of [...devices, ...devices, ...devices]) await world.sync(device);

        const living = [...world.server.kept.rows.values()].filter(({ del }) => !del);
        const truth = living.map((row) => ({ id: row.id, ...fold(row, kinds).fields }));
        truth.sort((a, b) => (a.id < b.id ? -1 : 1));
        for (const device of devices) {
          expect(await shownBy(device)).toEqual(truth);
          expect(await device.db._outbox.count()).toBe(0);
          expect(await apartOn(device)).toEqual([]);
          expect((await readSyncMeta(device.db)).acks).toEqual([]);
        }
        await Promise.all(devices.map(({ db }) => db.delete()));
      },
    ),
    { numRuns: 60 },
  );
}, 600_000);
