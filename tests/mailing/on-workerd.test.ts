import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorker } from "@/server/dev-worker";
import { freePort, hasSqld, startSqld, type Sqld } from "@/server/sqld";
import { MAIL_KEY } from "../server/ground";
import { openWorld, type World } from "./fakes/world";

const START_MS = 90_000;

describe.runIf(hasSqld())("mail on workerd before sqld", () => {
  let folder: string;
  let sqld: Sqld;
  let world: World;
  let worker: Awaited<ReturnType<typeof startWorker>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rapport-mail-worker-"));
    [sqld, world] = await Promise.all([startSqld(join(folder, "sqld")), openWorld(Date.now)]);
    worker = await startWorker({
      port: await freePort(),
      databaseUrl: sqld.url,
      stateDir: join(folder, "workerd"),
      vars: { ...world.env, MAIL_KEYS: MAIL_KEY },
    });
  }, START_MS);
  afterAll(async () => {
    await worker.stop();
    await Promise.all([sqld.stop(), world.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  it("a mailbox is connected through the browser, and a mail leaves when the queue knocks", async () => {
    const { cookie, bearer, workspace } = await connect(worker.url);
    const base = `${worker.url}/v1/w/${workspace}`;
    const ask = async (path: string, json?: object) => {
      const answer = await fetch(`${base}${path}`, {
        method: json ? "POST" : "GET",
        headers: { ...bearer, "content-type": "application/json" },
        ...(json && { body: JSON.stringify(json) }),
      });
      expect([path, answer.status]).toEqual([path, 200]);
      return answer.json() as Promise<Record<string, unknown>>;
    };
    const { url } = await ask("/mailboxes/consent", { provider: "gmail" });
    let next = String(url);
    for (let step = 0; step < 2; step++) {
      const answer = await fetch(next, { redirect: "manual", headers: { cookie } });
      next = answer.headers.get("location")!;
    }
    expect((await fetch(next, { headers: { cookie } })).status).toBe(200);
    const { mailboxes } = (await ask("/mailboxes")) as { mailboxes: { id: string }[] };
    await ask("/mails", {
      id: randomUUID(),
      personId: randomUUID(),
      mailbox: mailboxes[0]!.id,
      to: { address: "bo@lind.example", name: "Bo" },
      subject: "From workerd",
      text: "Hello",
      html: "<p>Hello</p>",
      content: "Hello",
      format: "text",
      language: "en",
      createdAt: new Date().toISOString(),
      zone: "Europe/Paris",
    });
    await expect.poll(() => world.gmail.sent.length, { timeout: 25_000, interval: 500 }).toBe(1);
    expect(world.gmail.sent[0]?.headers.get("subject")).toBe("From workerd");
  }, 60_000);
});

/** A person's device, connected through the pages and routes alone. */
async function connect(url: string) {
  const json = { "content-type": "application/json" };
  const entered = await fetch(`${url}/sign-in`, {
    method: "POST",
    headers: { origin: url },
    body: new URLSearchParams({
      step: "create",
      email: "ida@norling.example",
      password: "correct horse battery",
    }),
    redirect: "manual",
  });
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}${path}`, {
      method: "POST",
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    });
    return answer.json() as Promise<Record<string, unknown>>;
  };
  const started = await post("/v1/pair/start", { device_name: "Worker" });
  await post("/v1/pair/approve", { user_code: started.user_code }, { cookie, origin: url });
  const paired = await post("/v1/pair/poll", { device_code: started.device_code });
  const [workspace] = paired.workspaces as { id: string }[];
  return {
    cookie,
    bearer: { authorization: `Bearer ${String(paired.access_token)}` },
    workspace: workspace!.id,
  };
}
