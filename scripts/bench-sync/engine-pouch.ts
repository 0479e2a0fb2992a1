import PouchDB from "pouchdb-browser";
import type { Engine } from "./engine";
import { idOf, type Contact } from "./workload";

/** PouchDB over IndexedDB, against a server that speaks CouchDB's protocol and keeps everything in memory. */
export function pouchEngine(batchSize: number, run: string): Engine {
  const name = `${batchSize}-${run}`;
  const [a, b] = ["a", "b"].map((device) => new PouchDB<Contact>(`pouch-${device}-${name}`)) as [
    PouchDB.Database<Contact>,
    PouchDB.Database<Contact>,
  ];
  const remote = new PouchDB<Contact>(`${location.origin}/couch/p${name}`, { skip_setup: true });
  const options = { batch_size: batchSize, batches_limit: 10 };
  return {
    name: `PouchDB, idb, batch ${batchSize}`,
    open: async () => undefined,
    async create(rows) {
      await a.bulkDocs(rows.map((row, index) => ({ ...row, _id: idOf(index) })));
    },
    async push() {
      await a.replicate.to(remote, options);
    },
    rest: async () => undefined,
    async pull() {
      const began = performance.now();
      await b.replicate.from(remote, options);
      return { indexed: performance.now() - began };
    },
    async delta(count, time) {
      const { rows } = await a.allDocs({ include_docs: true, limit: count });
      const began = performance.now();
      await a.bulkDocs(
        rows.map(({ doc }) => ({
          ...(doc as Contact & { _id: string; _rev: string }),
          notes: `edited ${time}`,
        })),
      );
      // Told of a batch before its checkpoint is written.
      const pushed = a.replicate.to(remote, options);
      await new Promise((resolve) => {
        pushed.on("change", resolve);
      });
      const pulled = b.replicate.from(remote, options);
      await new Promise((resolve) => {
        pulled.on("change", resolve);
      });
      const took = performance.now() - began;
      await pushed;
      await pulled;
      return took;
    },
  };
}
