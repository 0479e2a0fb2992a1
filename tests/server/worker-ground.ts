import { randomUUID } from "node:crypto";
import { expect, vi } from "vitest";
import * as z from "zod";
import { EVERY_MINUTE, EVERY_SIX_HOURS } from "@/server/crons";
import { sql, type Database } from "@/server/database";
import { openRemote } from "@/server/database-remote";
import { migrate } from "@/server/migrate";
import type { Letter } from "@/server/mail";
import { createFakeResend, RESEND_KEYS } from "../mailing/fakes/resend";
import { serve } from "../mailing/fakes/serve";
import type { Ground, Options } from "./ground";
import { callers, codeIn, cookieOf } from "./ground-callers";
import { GROUND_HEADER, RUN_PATH, writeGround } from "./ground-header";
import { NOWHERE, SECRET, START } from "./origin";

type Worker = { url: string; databaseUrl: string };

const WAIT_MS = 10_000;

/** What stands inside a server: who asks for it has a test that runs in Node alone. */
const beyondReach = new Proxy(
  {},
  {
    get(_, name) {
      throw new Error(`${String(name)} is inside the Worker: such a test runs in Node alone.`);
    },
  },
) as never;

/** The same ground, reached through workerd, with everything of the test before it taken away. */
export async function openWorkerGround(worker: Worker, options: Options = {}): Promise<Ground> {
  const database = openRemote({ url: worker.databaseUrl });
  await migrate(database);
  await empty(database);
  const office = options.delivers ? await letterOffice() : undefined;
  const env = { AUTH_SECRET: SECRET, ...options.env, ...office?.env };
  const reroutes = { ...options.reroutes };
  const clock = { now: START };
  const logged: string[] = [];
  const id = randomUUID();

  async function reach(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set(GROUND_HEADER, writeGround({ id, now: clock.now, env, reroutes }));
    if (!headers.has("x-test-address")) headers.set("x-test-address", "192.0.2.1");
    return fetch(`${worker.url}${path}`, { redirect: "manual", ...init, headers });
  }
  async function ask(path: string, init?: RequestInit): Promise<Response> {
    const answer = await reach(path, init);
    if (answer.status >= 500) await printed();
    return answer;
  }
  /** What the Worker said since it was opened, first doing what the cron does where one is named. */
  async function printed(cron?: string): Promise<string[]> {
    const answer = await reach(`${RUN_PATH}${cron ? `?${new URLSearchParams({ cron })}` : ""}`);
    expect([answer.status, cron]).toEqual([200, cron]);
    const lines = z.array(z.string()).parse(await answer.json());
    logged.splice(0, logged.length, ...lines.filter((line) => !LETTER.test(line)));
    return lines;
  }
  async function lettersTo(email: string): Promise<Letter[]> {
    const posted = [...(office?.letters ?? []), ...(options.letters?.() ?? [])];
    const all = [...lettersIn(await printed()), ...posted];
    return all.filter(({ to }) => to === email.toLowerCase());
  }
  const opened = new Map<string, number>();
  /** The last one that was not opened yet: some leave after the answer. */
  async function letterTo(email: string): Promise<Letter | undefined> {
    const read = opened.get(email) ?? 0;
    const all = await vi.waitFor(async () => {
      const arrived = await lettersTo(email);
      expect(arrived.length).toBeGreaterThan(read);
      return arrived;
    }, WAIT_MS);
    opened.set(email, all.length);
    return all.at(-1);
  }

  return {
    ...callers({
      ask,
      database,
      clock,
      street: "198.51.100",
      async signIn(form, email, address) {
        await form("/sign-in", { step: "code", email }, address);
        const code = codeIn(await letterTo(email));
        return cookieOf(await form("/sign-in", { step: "verify", email, code }, address));
      },
    }),
    ask,
    clock,
    logged,
    letterTo,
    letters: [],
    database: {
      ...database,
      /** To be closed means to be beyond the Worker's reach too. */
      close() {
        reroutes[worker.databaseUrl] = NOWHERE;
        database.close();
      },
    },
    async keepHouse(at) {
      const { now } = clock;
      clock.now = at;
      await printed(EVERY_SIX_HOURS);
      clock.now = now;
    },
    run: async () => (await printed(EVERY_MINUTE)).length,
    app: beyondReach,
    hub: beyondReach,
    office: beyondReach,
    async close() {
      database.close();
      await office?.stop();
    },
  };
}

/** Where a server that sends letters sends them. */
async function letterOffice() {
  const resend = createFakeResend();
  const server = await serve(resend.app);
  return {
    letters: resend.letters,
    stop: () => server.stop(),
    env: {
      RESEND_API_KEY: RESEND_KEYS.full,
      MAIL_FROM: "Rapport <code@rapport.example>",
      SERVICE_URLS: JSON.stringify({ resend: server.url }),
    },
  };
}

async function empty(database: Database): Promise<void> {
  const [tables] = await database.read([
    sql("select name from sqlite_master where type = 'table' and name not in ('migration')"),
  ]);
  await database.write(
    (tables ?? [])
      .map(({ name }) => String(name))
      .filter((name) => !/^(?:sqlite|libsql|_)/.test(name))
      .map((name) => sql(`delete from "${name}"`)),
  );
}

/** As `logMail` prints them. */
const LETTER = /^Mail to (\S+): (.*)\n([\s\S]*)$/;

function lettersIn(lines: string[]): Letter[] {
  return lines.flatMap((line) => {
    const [, to, subject = "", text = ""] = LETTER.exec(line) ?? [];
    return to === undefined ? [] : [{ to, subject, text }];
  });
}
