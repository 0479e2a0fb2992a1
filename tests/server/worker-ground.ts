import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { sql, type Database } from "@/server/database";
import { openRemote } from "@/server/database-remote";
import { migrate } from "@/server/migrate";
import type { Letter } from "@/server/mail";
import type { Ground } from "./ground";
import { callers, cookieOf } from "./ground-callers";

const PASSWORD = "correct horse battery";

/** The same ground, reached through workerd, with everything of the test before it taken away. */
export async function openWorkerGround(worker: {
  url: string;
  databaseUrl: string;
  printed: string;
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
  let aged = Promise.resolve();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    await aged;
    const headers = new Headers(init.headers);
    if (!headers.has("x-test-address")) headers.set("x-test-address", `${street}.250`);
    return fetch(`${worker.url}${path}`, { redirect: "manual", ...init, headers });
  };

  /** People come with a password: codes are limited per address for as long as the Worker runs. */
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
    /** The Worker's clock is nobody's to put forward: all that is kept becomes so much older instead. */
    set now(later: number) {
      const by = later - Date.now();
      aged = aged.then(() => age(database, by));
    },
  };
  const before = readFileSync(worker.printed, "utf8").length;
  const opened = new Map<string, number>();
  return {
    ...callers({ ask, database, clock, street, signIn }),
    ask,
    database,
    clock,
    async letterTo(email: string) {
      const letters = () =>
        lettersIn(readFileSync(worker.printed, "utf8").slice(before)).filter(
          ({ to }) => to === email,
        );
      const read = opened.get(email) ?? 0;
      await expect.poll(() => letters().length, { timeout: 10_000 }).toBeGreaterThan(read);
      opened.set(email, letters().length);
      return letters().at(-1);
    },
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

/** As `logMail` prints them. */
function lettersIn(printed: string): Letter[] {
  return [...printed.matchAll(/^Mail to (\S+): (.*)\n((?:.*\n){2})/gm)].map(
    ([, to = "", subject = "", text = ""]) => ({ to, subject, text }),
  );
}

async function age(database: Database, by: number): Promise<void> {
  const [columns] = await database.read([
    sql(
      `select m.name as "table", c.name as "column" from sqlite_master m, pragma_table_info(m.name) c
       where m.type = 'table' and (c.name = 'at' or c.name like '%\\_at' escape '\\')`,
    ),
  ]);
  await database.write(
    (columns ?? []).map((row) => {
      const [table, column] = [String(row["table"]), String(row["column"])];
      return sql(`update "${table}" set ${column} = ${column} - ? where ${column} > ?`, by, by);
    }),
  );
}

function beyondReach(): never {
  throw new Error("This is inside the Worker: such a test runs in Node alone.");
}
