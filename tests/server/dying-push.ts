import { createClient, type InStatement } from "@libsql/client";
import { createDatabase } from "@/server/database";
import type { PushOrder } from "@/server/push";
import { createSequencer } from "@/server/sequencer";

/**
 * A server that ends without a word: of the batch that takes the push it carries out so many statements, one by
 * one in their transaction, and is gone. `node dying-push.mjs FILE STATEMENTS` with the order on its input.
 */
const [, , path = "", statements = "0"] = process.argv;

async function dieAfter(batch: InStatement[], count: number): Promise<never> {
  const transaction = await client.transaction("write");
  for (const statement of batch.slice(0, count)) await transaction.execute(statement);
  if (count >= batch.length) await transaction.commit();
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => undefined);
}

const client = createClient({ url: `file:${path}`, timeout: 5000, concurrency: 1 });
const database = createDatabase({
  execute: client.execute.bind(client),
  migrate: client.migrate.bind(client),
  close: client.close.bind(client),
  batch: (batch: InStatement[], mode: "read" | "write") =>
    mode === "write" ? dieAfter(batch, Number(statements)) : client.batch(batch, mode),
});

let order = "";
for await (const part of process.stdin) order += String(part);
await createSequencer(database, 1).push(JSON.parse(order) as PushOrder);
