import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "@/server/app";
import { createAuth, offeredProviders } from "@/server/auth";
import { createCallers } from "@/server/callers";
import type { Database } from "@/server/database";
import { openFile } from "@/server/database-file";
import { parseEnv } from "@/server/env";
import { nodeGunzip } from "@/server/packers";
import { keepHouse } from "@/server/housekeeping";
import type { Letter, Mail } from "@/server/mail";
import { migrate } from "@/server/migrate";
import { createNodeHub } from "@/server/live-node";
import { tableLimits } from "@/server/rate-limit";
import { createSequencer } from "@/server/sequencer";
import { createMailing } from "@/server/mailing/mailing";
import { openOffice } from "@/server/mailing/open-office";
import { inject } from "vitest";
import { callers, codeIn, cookieOf } from "./ground-callers";
import { MAIL_KEY, ORIGIN, SECRET, START } from "./origin";
import { rerouted, type Reroutes } from "./reroute";
import { openWorkerGround } from "./worker-ground";

export { codeIn, cookieOf, MAIL_KEY, ORIGIN };

export type Ground = Awaited<ReturnType<typeof openNodeGround>>;

/** In Node, or where a Worker is provided (vitest.config.ts says for which tests) on that. */
export function openGround(options: Options = {}): Promise<Ground> {
  const worker = inject("worker");
  return worker ? openWorkerGround(worker, options) : openNodeGround(options);
}

export type Options = {
  env?: Record<string, string>;
  delivers?: boolean;
  database?: Database;
  mailKeys?: string;
  fetch?: typeof globalThis.fetch;
  /** What answers in the place of services that are found at one address alone. */
  reroutes?: Reroutes;
  /** Of a Worker: the letters that a service of the test has taken. */
  letters?: () => readonly Letter[];
};

/** The whole app on a real libSQL file of its own, with a clock and a letter box in the test's hand. */
async function openNodeGround(options: Options) {
  const folder = await mkdtemp(join(tmpdir(), "rapport-server-"));
  const database = options.database ?? (await openFile(join(folder, "test.db")));
  await migrate(database);
  const clock = { now: START };
  const now = () => clock.now;
  const letters: Letter[] = [];
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const mail: Mail = {
    delivers: options.delivers ?? false,
    async send(letter) {
      letters.push(letter);
    },
  };
  const env = parseEnv(options.env ?? {});
  const giveBack = options.reroutes && rerouteAll(options.reroutes);
  const mailing = await createMailing(env, {
    secret: SECRET,
    keys: options.mailKeys ?? MAIL_KEY,
    ...(options.fetch && { fetch: options.fetch }),
  });
  const sequencer = createSequencer(database, 1, now);
  const desk = { database, sequencer, publicUrl: ORIGIN, now, log, mailing };
  // Nothing runs by itself: a test says when the due is done.
  const { office, run } = openOffice(desk, () => ({
    wake: () => undefined,
    stop: () => undefined,
  }));
  const hub = createNodeHub();
  const limits = tableLimits(database, now);
  const app = createApp({
    hub,
    limits,
    ...office,
    gunzip: nodeGunzip,
    callers: createCallers(database, { now, keptMs: 30_000 }),
    auth: createAuth({ database, env, mail, limits, publicUrl: ORIGIN, secret: SECRET, now, log }),
    mail,
    providers: offeredProviders(env),
    addressOf: (c) => c.req.header("x-test-address") ?? "192.0.2.1",
  });

  const ask = (path: string, init?: RequestInit) => app.request(`${ORIGIN}${path}`, init);
  const people = callers({
    ask,
    database,
    clock,
    street: "198.51.100",
    /** By the code of a letter. */
    async signIn(form, email, address) {
      await form("/sign-in", { step: "code", email }, address);
      const code = codeIn(letters.at(-1));
      return cookieOf(await form("/sign-in", { step: "verify", email, code }, address));
    },
  });

  return {
    app,
    hub,
    office,
    run,
    ...people,
    ask,
    database,
    letters,
    /** The last one, once it is there. */
    letterTo: async (email: string): Promise<Letter | undefined> =>
      letters.findLast(({ to }) => to === email),
    logged,
    clock,
    keepHouse: (at: number): Promise<void> => keepHouse(database, at),
    async close() {
      giveBack?.();
      database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Some who call outside services can be told of no other way. */
function rerouteAll(reroutes: Reroutes): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => fetch(rerouted(reroutes, input), init);
  return () => {
    globalThis.fetch = fetch;
  };
}

export async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { error: { code: string } }).error.code;
}
