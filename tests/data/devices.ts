import type { RapportDb } from "@/lib/data/db";
import { createSyncStore } from "@/lib/data/sync-store";
import type { PushBody } from "@/lib/sync/change";
import { packPush, pushWire, unpackPush } from "@/lib/sync/push-wire";
import type { SyncApi } from "@/lib/sync/ports";
import { syncRound } from "@/lib/sync/round";
import { Server } from "../sync/simulator/server";
import { freshDb } from "./ground";

export const NOW = Date.parse("2026-03-04T05:06:07.000Z");
export const DAY = 86_400_000;

/** What is in the server's memory must not be what is in the device's. */
const sent = <T>(value: T): T => structuredClone(value);

/** As the server reads what was sent. */
const heard = (body: PushBody): PushBody => unpackPush(pushWire.parse(sent(packPush(body))));

export type Clocked = { db: RapportDb; now: number };

/** A server in memory, with the merge of the real one, and databases that sync with it. */
export function openWorld(
  pageRows = 3,
  forbids: (cid: string, id: string) => boolean = () => false,
) {
  const server = new Server({ pageRows, forbids });
  const api: SyncApi = {
    push: async (body) => {
      const answer = server.push(heard(body), NOW);
      const { epoch, since } = body;
      if (since === undefined) return sent(answer);
      return sent({ ...answer, page: server.pull({ kind: "pull", epoch, since }, NOW) });
    },
    pull: async (request) => sent(server.pull(request, NOW)),
    snap: async (request) => sent(server.snap(request, NOW)),
  };
  return {
    server,
    api,
    newDevice: (skew = 0): Clocked => ({ db: freshDb(), now: NOW + skew }),
    storeOf: ({ db, now }: Clocked) => createSyncStore(db, () => now),
    sync: async ({ db, now }: Clocked) => {
      const store = createSyncStore(db, () => now);
      await syncRound(store, api);
      while ((await store.unfold()) === "again");
    },
  };
}

/** The rows of people without what only the sync reads. */
export async function peopleOf({ db }: Clocked): Promise<Record<string, unknown>[]> {
  const rows = await db.people.toArray();
  return rows.map((row) => {
    const { _sync, ...shown } = row as Record<string, unknown>;
    return shown;
  });
}
