import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { createClient } from "@libsql/client";
import { createDatabase, type Database } from "./database";

/** The embedded database: a file beside the server, readable while it is written. */
export async function openFile(path: string): Promise<Database> {
  // A notebook is for its owner alone, also on a computer that has other users.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const client = createClient({ url: `file:${path}`, timeout: 5000, concurrency: 1 });
  await client.execute("pragma journal_mode = wal");
  await client.execute("pragma synchronous = normal");
  // A checkpoint waits for the disk: one in 16 MB, not one in 4.
  await client.execute("pragma wal_autocheckpoint = 4000");
  await client.execute("pragma foreign_keys = on");
  const database = createDatabase(client);
  const turn = turns();
  return {
    ...database,
    async read(batch) {
      await turn();
      return database.read(batch);
    },
  };
}

/**
 * One turn of the event loop each. The file is read on the spot: questions that arrived together would all be
 * answered before the first answer leaves.
 */
function turns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(() => new Promise((resolve) => setImmediate(resolve))));
}
