import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "@/server/app";
import { createAuth, offeredProviders } from "@/server/auth";
import { createCallers } from "@/server/callers";
import type { Database } from "@/server/database";
import { openFile } from "@/server/database-file";
import { parseEnv } from "@/server/env";
import type { Letter, Mail } from "@/server/mail";
import { migrate } from "@/server/migrate";
import { createNodeHub } from "@/server/live-node";
import { tableLimits } from "@/server/rate-limit";
import { createSequencer } from "@/server/sequencer";
import { createMailing } from "@/server/mailing/mailing";
import { openOffice } from "@/server/mailing/open-office";
import { newClientId } from "@/lib/sync/clock";
import type { Role } from "@/lib/model/role";

export const ORIGIN = "https://rapport.example";
export const MAIL_KEY = Buffer.alloc(32, 7).toString("base64");
const START = Date.UTC(2026, 8, 1, 9);

export type Ground = Awaited<ReturnType<typeof openGround>>;

/** The whole app on a real libSQL file of its own, with a clock and a letter box in the test's hand. */
export async function openGround(
  options: {
    env?: Record<string, string>;
    delivers?: boolean;
    database?: Database;
    mailKeys?: string;
    fetch?: typeof globalThis.fetch;
  } = {},
) {
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
  const secret = "a-secret-that-is-for-tests-alone-0123456789";
  const mailing = await createMailing(env, {
    secret,
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
    callers: createCallers(database, { now, keptMs: 30_000 }),
    auth: createAuth({ database, env, mail, limits, publicUrl: ORIGIN, secret, now, log }),
    mail,
    providers: offeredProviders(env),
    addressOf: (c) => c.req.header("x-test-address") ?? "192.0.2.1",
  });

  const ask = (path: string, init?: RequestInit) => app.request(`${ORIGIN}${path}`, init);
  const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(json),
    });
  const form = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    ask(path, {
      method: "POST",
      headers: { origin: ORIGIN, ...headers },
      body: new URLSearchParams(fields),
    });

  // Limits count by address: each person of a test has one of their own.
  let addresses = 0;
  const newAddress = () => ({ "x-test-address": `198.51.100.${++addresses}` });

  /** Signed in by the code of a letter; gives the cookie. */
  async function signIn(email: string): Promise<string> {
    const address = newAddress();
    await form("/sign-in", { step: "code", email }, address);
    const code = codeIn(letters.at(-1));
    const answer = await form("/sign-in", { step: "verify", email, code }, address);
    return cookieOf(answer);
  }

  /** A device of `email`, paired the way people do it. */
  async function connect(email: string, name = "Test browser") {
    const cookie = await signIn(email);
    const address = newAddress();
    const started = await (await post("/v1/pair/start", { device_name: name }, address)).json();
    await post("/v1/pair/approve", { user_code: started.user_code }, { cookie, origin: ORIGIN });
    const polled = await (await post("/v1/pair/poll", { device_code: started.device_code })).json();
    const bearer = { authorization: `Bearer ${polled.access_token}` };
    return {
      cookie,
      bearer,
      cid: newClientId(),
      deviceId: String(polled.device_id),
      userId: String(polled.user.id),
      workspace: String(polled.workspaces[0].id),
    };
  }

  async function addMember(workspaceId: string, userId: string, role: Role): Promise<void> {
    await database.write([
      {
        sql: "insert or replace into member (workspace_id, user_id, role, created_at) values (?, ?, ?, ?)",
        args: [workspaceId, userId, role, clock.now],
      },
    ]);
  }

  return {
    app,
    hub,
    office,
    run,
    ask,
    post,
    form,
    signIn,
    connect,
    addMember,
    database,
    letters,
    logged,
    clock,
    async close() {
      database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function codeIn(letter: Letter | undefined): string {
  return /\b\d{6}\b/.exec(letter?.text ?? "")?.[0] ?? "";
}

export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

export async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { error: { code: string } }).error.code;
}
