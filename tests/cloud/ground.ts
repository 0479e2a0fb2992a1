import "fake-indexeddb/auto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type RapportDb } from "@/lib/data/db";
import { createLoop, type LoopOptions } from "@/lib/cloud/loop";
import { createSession, type CloudStorage } from "@/lib/cloud/session";
import { parseEnv } from "@/server/env";
import { startServer } from "@/server/node";
import { openProxy } from "./proxy";

export type Ground = Awaited<ReturnType<typeof openGround>>;
export type Device = Awaited<ReturnType<Ground["newDevice"]>>;

const PASSWORD = "correct horse battery";
let names = 0;

// The server counts attempts by address: each device of a test comes from one of its own.
const fromElsewhere: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set("x-test-address", `198.51.100.${++names}`);
  return fetch(input, { ...init, headers });
};

/** A server on a real port, a proxy before it, and as many devices as a test wants. */
export async function openGround() {
  const folder = await mkdtemp(join(tmpdir(), "rapport-cloud-"));
  const clock = { ahead: 0 };
  const server = await startServer({
    port: 0,
    dataDir: folder,
    env: parseEnv({ CLIENT_IP_HEADER: "x-test-address" }),
    log: () => undefined,
    now: () => Date.now() + clock.ahead,
  });
  const proxy = await openProxy(server.url);
  const opened: RapportDb[] = [];

  /** Signed in on the server's own pages, as a person in a browser is. */
  async function signIn(email: string): Promise<string> {
    const step = (name: string) =>
      fromElsewhere(`${server.url}/sign-in`, {
        method: "POST",
        headers: { origin: server.url },
        body: new URLSearchParams({ step: name, email, password: PASSWORD }),
        redirect: "manual",
      });
    const made = await step("create");
    const entered = made.status === 303 ? made : await step("password");
    return entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  }

  async function decide(email: string, userCode: string, verb: "approve" | "deny"): Promise<void> {
    await fetch(`${server.url}/v1/pair/${verb}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: server.url,
        cookie: await signIn(email),
      },
      body: JSON.stringify({ user_code: userCode }),
    });
  }

  /** A notebook with a session's storage and a loop, not yet connected. */
  function newNotebook(more: Partial<LoopOptions> = {}) {
    const kept = new Map<string, unknown>();
    const storage: CloudStorage = {
      read: async (key) => kept.get(key),
      write: async (key, value) => void kept.set(key, value),
      remove: async (key) => void kept.delete(key),
    };
    const session = createSession({ storage, defaultServer: proxy.url, fetch: fromElsewhere });
    const db = connect(`cloud-${++names}`);
    opened.push(db);
    const timers: { work: () => void; ms: number }[] = [];
    const loop = createLoop({
      db,
      session,
      later: (work, ms) => {
        const timer = { work, ms };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), 1);
      },
      ...more,
    });
    return { db, session, loop, timers, kept };
  }

  async function pair(device: ReturnType<typeof newNotebook>, email: string): Promise<void> {
    const pairing = await device.session.startPairing("Test browser");
    await decide(email, pairing.userCode, "approve");
    await device.session.pollPairing(pairing);
  }

  return {
    server,
    proxy,
    clock,
    decide,
    signIn,
    newNotebook,
    pair,
    async newDevice(email: string, more: Partial<LoopOptions> = {}) {
      const device = newNotebook(more);
      await pair(device, email);
      return device;
    },
    async close() {
      for (const db of opened) db.close();
      await proxy.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
