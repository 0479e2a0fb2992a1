import { createRxDatabase, type RxCollection } from "rxdb/plugins/core";
import { replicateRxCollection } from "rxdb/plugins/replication";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import type { Engine } from "./engine";
import { idOf, type Contact } from "./workload";

type Doc = Contact & { id: string };
type Checkpoint = { seq: number };

const text = { type: "string", maxLength: 200 } as const;
const FIELDS = [
  "fullName",
  "firstName",
  "lastName",
  "headline",
  "company",
  "position",
  "location",
  "publicId",
  "memberUrn",
  "profileUrl",
  "email",
  "notes",
] as const;

const schema = {
  version: 0,
  primaryKey: "id",
  type: "object",
  properties: {
    id: { type: "string", maxLength: 40 },
    ...Object.fromEntries(FIELDS.map((field) => [field, text])),
  },
  required: ["id", "fullName", "company"],
  indexes: ["fullName", "company"],
} as const;

/** RxDB over its own Dexie storage, against a server that keeps everything in memory. */
export async function rxdbEngine(batchSize: number, run: string): Promise<Engine> {
  const server = `/rx/${batchSize}-${run}`;
  const open = async (name: string): Promise<RxCollection<Doc>> => {
    const db = await createRxDatabase({
      name: `rx-${name}-${batchSize}-${run}`,
      storage: getRxStorageDexie(),
      multiInstance: false,
    });
    const made = await db.addCollections({ people: { schema: schema as never } });
    return made["people"] as RxCollection<Doc>;
  };
  const [a, b] = [await open("a"), await open("b")];

  /** One way at a time: what A sent need not come back to it. */
  async function replicate(
    collection: RxCollection<Doc>,
    way: "push" | "pull",
    onTaken: () => void = () => undefined,
  ): Promise<void> {
    const push = {
      batchSize,
      async handler(rows: unknown) {
        const answer = await fetch(`${server}/push`, {
          method: "POST",
          body: JSON.stringify(rows),
        });
        const refused = (await answer.json()) as never[];
        onTaken();
        return refused;
      },
    };
    const pull = {
      batchSize,
      handler: async (checkpoint: Checkpoint | undefined, limit: number) =>
        (await fetch(`${server}/pull?since=${checkpoint?.seq ?? 0}&limit=${limit}`)).json(),
    };
    const state = replicateRxCollection<Doc, Checkpoint>({
      collection,
      replicationIdentifier: `${server}-${way}`,
      live: false,
      ...(way === "push" ? { push } : { pull }),
    });
    await state.awaitInitialReplication();
    await state.cancel();
  }

  return {
    name: `RxDB, Dexie storage, batch ${batchSize}`,
    open: async () => undefined,
    async create(rows) {
      await a.bulkInsert(rows.map((row, index) => ({ ...row, id: idOf(index) })));
    },
    push: () => replicate(a, "push"),
    rest: async () => undefined,
    async pull() {
      const began = performance.now();
      await replicate(b, "pull");
      return { indexed: performance.now() - began };
    },
    async delta(count, time) {
      const docs = await a.find({ limit: count }).exec();
      const began = performance.now();
      let left = count;
      const arrived = new Promise<void>((resolve) => {
        const watching = b.$.subscribe(() => {
          if (--left > 0) return;
          watching.unsubscribe();
          resolve();
        });
      });
      await a.bulkUpsert(
        docs.map((doc) => ({ ...(doc.toJSON() as Doc), notes: `edited ${time}` })),
      );
      let pulled: Promise<void> | undefined;
      const pushed = replicate(a, "push", () => {
        pulled ??= replicate(b, "pull");
      });
      await arrived;
      const took = performance.now() - began;
      await pushed;
      await pulled;
      return took;
    },
  };
}
