import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import type { RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { createSyncStore, type DexieSyncStore } from "@/lib/data/sync-store";
import type { SyncApi } from "@/lib/sync/ports";
import { syncRound } from "@/lib/sync/round";
import { Server } from "../sync/simulator/server";
import { freshDb } from "./ground";

/** The tab, the worker or the machine was gone at that moment. */
class Crash extends Error {}

/** A budget of steps after which the next one crashes, before it is done or just after. */
type Fuse = { steps: number; when: "before" | "after" | "inside" };

afterEach(() => vi.restoreAllMocks());

/** Every call of a port is a step; a crash after it is one between its end and the next line. */
function fused<Port extends object>(port: Port, fuse: Fuse): Port {
  return new Proxy(port, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== "function") return call;
      return async (...given: unknown[]): Promise<unknown> => {
        const isLast = fuse.steps-- === 0;
        if (isLast && fuse.when === "before") throw new Crash();
        const answer: unknown = await Reflect.apply(call, target, given);
        if (isLast && fuse.when === "after") throw new Crash();
        return answer;
      };
    },
  });
}

/** Fails the write that the fuse names, in the middle of whatever transaction it belongs to. */
function breakWrites(fuse: Fuse): void {
  let left = fuse.steps;
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put")?.value as (
    this: IDBObjectStore,
    value: unknown,
    key?: IDBValidKey,
  ) => IDBRequest<IDBValidKey>;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function write(
    this: IDBObjectStore,
    ...given: [unknown, IDBValidKey?]
  ) {
    if (left-- === 0) throw new Crash();
    return put.apply(this, given);
  });
}

/** What is in the server's memory must not be what is in the device's. */
const sent = <T>(value: T): T => structuredClone(value);

function apiOf(server: Server): SyncApi {
  return {
    push: async (body) => sent(server.push(sent(body), Date.now())),
    pull: async (request) => sent(server.pull(request, Date.now())),
    snap: async (request) => sent(server.snap(request, Date.now())),
  };
}

async function whole(store: DexieSyncStore, api: SyncApi): Promise<void> {
  await syncRound(store, api);
  while ((await store.unfold()) === "again");
}

async function syncOnceWithCrash(store: DexieSyncStore, api: SyncApi, fuse: Fuse): Promise<void> {
  if (fuse.when === "inside") breakWrites(fuse);
  const breaking = fused(store, fuse);
  const outcome = await whole(breaking, fused(api, fuse)).then(
    () => undefined,
    (error: unknown) => error,
  );
  vi.restoreAllMocks();
  if (outcome !== undefined && !String(outcome).includes("Crash") && !(outcome instanceof Crash))
    throw outcome;
}

async function shown(db: RapportDb): Promise<unknown[]> {
  const rows = await db.people.toArray();
  return rows.map(({ id, fullName, notes, tags }) => [id, fullName, notes, tags?.toSorted()]);
}

const anyFuse = fc.record({
  steps: fc.nat({ max: 14 }),
  when: fc.constantFrom<Fuse["when"]>("before", "after", "inside"),
});
const anyEdit = fc.record({
  person: fc.nat({ max: 4 }),
  notes: fc.string({ maxLength: 8 }),
  vip: fc.boolean(),
});

it("a crash at any step of any sync loses no edit and doubles none", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), fc.array(anyEdit, { maxLength: 3 }), anyFuse), {
        minLength: 1,
        maxLength: 6,
      }),
      async (rounds) => {
        const server = new Server({ maxSkew: 300_000, forbids: () => false, pageRows: 2 });
        const api = apiOf(server);
        const [here, there] = [freshDb(), freshDb()];
        const people = Array.from({ length: 5 }, (_, index) => ({
          table: "people" as const,
          fields: { fullName: `Person ${index}` },
        }));
        const { ids } = await save(here, people);
        await whole(createSyncStore(here), api);
        await whole(createSyncStore(there), api);

        for (const [isHere, edits, fuse] of rounds) {
          const db = isHere ? here : there;
          for (const { person, notes, vip } of edits)
            await save(db, [
              { table: "people", id: ids[person]!, fields: { notes, "tags/vip": vip } },
            ]);
          const before = await shown(db);
          await syncOnceWithCrash(createSyncStore(db), api, { ...fuse });
          if (edits.length > 0 && fuse.steps === 0 && fuse.when === "before")
            expect(await shown(db)).toEqual(before);
        }

        for (const db of [here, there, here, there]) await whole(createSyncStore(db), api);
        expect(await shown(here)).toEqual(await shown(there));
        expect(await here._outbox.count()).toBe(0);
        expect(await there._outbox.count()).toBe(0);
        expect(await here._rejected.count()).toBe(0);
        const held = [...server.kept.rows.values()].map(({ id, data }) => [
          id,
          data["notes"] ?? undefined,
        ]);
        expect(held.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual(
          (await here.people.toArray()).map(({ id, notes }) => [id, notes]),
        );
        await Promise.all([here.delete(), there.delete()]);
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);
