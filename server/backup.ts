import { chmodSync, existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createClient } from "@libsql/client";

/** A whole and consistent copy of the database, taken while the server goes on. Never over a file that is there. */
export async function backUp(dataDir: string, to: string): Promise<void> {
  const from = join(dataDir, "rapport.db");
  if (!existsSync(from))
    throw new Error(`There is no database at ${from}. Name its folder with --data.`);
  if (existsSync(to))
    throw new Error(`${to} is there already. Nothing was written; name another file.`);
  const folder = dirname(resolve(to));
  if (!existsSync(folder))
    throw new Error(`There is no folder ${folder}. Nothing was written; make it first.`);
  const client = createClient({ url: `file:${from}`, timeout: 5000 });
  try {
    await client.execute({ sql: "vacuum into ?", args: [to] });
    chmodSync(to, 0o600);
  } finally {
    client.close();
  }
}
