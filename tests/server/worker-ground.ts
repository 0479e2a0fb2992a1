import { randomBytes } from "node:crypto";
import { sql } from "@/server/database";
import { openRemote } from "@/server/database-remote";
import { migrate } from "@/server/migrate";
import type { Ground } from "./ground";
import { callers, cookieOf } from "./ground-callers";

const PASSWORD = "correct horse battery";

/** The same ground, reached through workerd, with everything of the test before it taken away. */
export async function openWorkerGround(worker: {
  url: string;
  databaseUrl: string;
}): Promise<Ground> {
  const database = openRemote({ url: worker.databaseUrl });
  await migrate(database);
  const [tables] = await database.read([
    sql("select name from sqlite_master where type = 'table' and name not in ('migration')"),
  ]);
  await database.write(
    (tables ?? [])
      .map(({ name }) => String(name))
      .filter((name) => !/^(?:sqlite|libsql|_)/.test(name))
      .map((name) => sql(`delete from "${name}"`)),
  );
  // Limits count by address and outlive a test: each ground calls from a street of its own.
  const street = `10.${randomBytes(2).join(".")}`;
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has("x-test-address")) headers.set("x-test-address", `${street}.250`);
    return fetch(`${worker.url}${path}`, { redirect: "manual", ...init, headers });
  };

  /** Letters reach nobody here: people come with a password. */
  async function signIn(
    form: Ground["form"],
    email: string,
    address: Record<string, string>,
  ): Promise<string> {
    const step = (name: string) =>
      form("/sign-in", { step: name, email, password: PASSWORD }, address);
    const made = await step("create");
    // As one who came by a code: nobody has asked for a name yet.
    await database.write([sql("update user set name = '' where email = ?", email)]);
    return cookieOf(made.status === 303 ? made : await step("password"));
  }

  const clock = {
    get now() {
      return Date.now();
    },
  };
  return {
    ...callers({ ask, database, clock, street, signIn }),
    ask,
    database,
    clock,
    letters: [],
    logged: [],
    get app(): never {
      return beyondReach();
    },
    get hub(): never {
      return beyondReach();
    },
    get office(): never {
      return beyondReach();
    },
    run: async () => beyondReach(),
    close: async () => database.close(),
  };
}

function beyondReach(): never {
  throw new Error("This is inside the Worker: such a test runs in Node alone.");
}
