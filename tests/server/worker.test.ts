import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVERY_MINUTE, EVERY_SIX_HOURS } from "@/server/crons";
import { sql, type Database } from "@/server/database";
import { openRemote } from "@/server/database-remote";
import { startWorker } from "@/server/dev-worker";
import { freePort, hasSqld, startSqld, type Sqld } from "@/server/sqld";
import { openWorld, type World } from "../mailing/fakes/world";
import { connectTo } from "./contract";
import { liveContract } from "./live-contract";
import { MAIL_KEY } from "./origin";
import { quickFolder } from "./quick-folder";

/**
 * The Worker as it is deployed, with its real clock, queue, crons and sockets. What is asked of its routes and
 * jobs is asked by the tests of the project `workerd`.
 */

const START_MS = 90_000;

describe.runIf(hasSqld())("the Worker before sqld", () => {
  let folder: string;
  let sqld: Sqld;
  let database: Database;
  let world: World;
  let worker: Awaited<ReturnType<typeof startWorker>>;
  let device: Awaited<ReturnType<typeof connectTo>>;
  let mailbox: string;
  beforeAll(async () => {
    folder = await quickFolder("worker");
    [sqld, world] = await Promise.all([startSqld(join(folder, "sqld")), openWorld(Date.now)]);
    database = openRemote({ url: sqld.url });
    const port = await freePort();
    worker = await startWorker({
      port,
      databaseUrl: sqld.url,
      stateDir: join(folder, "workerd"),
      vars: { ...world.env, MAIL_KEYS: MAIL_KEY, PUBLIC_URL: `http://127.0.0.1:${port}` },
    });
    device = await connectTo(target(), "ida@norling.example");
    mailbox = await connectMailbox();
    // It can be called back for ten seconds, which pass while other things are asked.
    await send("By the queue");
  }, START_MS);
  afterAll(async () => {
    await worker.stop();
    database.close();
    await Promise.all([sqld.stop(), world.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  const target = () => ({
    ask: (path: string, init?: RequestInit) => fetch(`${worker.url}${path}`, init),
    origin: worker.url,
    url: worker.url,
    now: Date.now,
  });
  const strike = async (cron: string) => {
    const query = new URLSearchParams({ cron }).toString();
    const answer = await fetch(`${worker.url}/cdn-cgi/local/scheduled?${query}`);
    expect(answer.ok).toBe(true);
  };
  async function connectMailbox(): Promise<string> {
    const begun = await device.post("/mailboxes/consent", { provider: "gmail" });
    let next = ((await begun.json()) as { url: string }).url;
    const headers = { cookie: device.cookie };
    for (let step = 0; step < 2; step++) {
      const answer = await fetch(next, { redirect: "manual", headers });
      next = answer.headers.get("location")!;
    }
    expect((await fetch(next, { headers })).status).toBe(200);
    const list = (await (await device.get("/mailboxes")).json()) as { mailboxes: { id: string }[] };
    return list.mailboxes[0]!.id;
  }
  async function send(subject: string, more: object = {}): Promise<string> {
    const id = randomUUID();
    const answer = await device.post("/mails", {
      id,
      personId: randomUUID(),
      mailbox,
      to: { address: "bo@lind.example", name: "Bo" },
      subject,
      text: "Hello",
      html: "<p>Hello</p>",
      content: "Hello",
      format: "text",
      language: "en",
      createdAt: new Date().toISOString(),
      zone: "Europe/Paris",
      ...more,
    });
    expect(answer.status).toBe(200);
    return id;
  }
  const left = () => world.gmail.sent.map(({ headers }) => headers.get("subject"));

  liveContract(target);

  it("sends each minute what no knock told of", async () => {
    const at = new Date(Date.now() + 14 * 3_600_000).toISOString();
    const id = await send("By the cron", { at });
    const moment = Date.now() - 1000;
    await database.write([
      sql("update email_delivery set due_at = ? where message_id = ?", moment, id),
      sql("update occurrence set due_at = ? where key like ?", moment, `%${id}%`),
    ]);
    await strike(EVERY_MINUTE);
    expect(left()).toContain("By the cron");
  });

  it("keeps its house at the hours given for it", async () => {
    await device.post("/mailboxes/consent", { provider: "outlook" });
    await database.write([sql("update oauth_request set expires_at = 1")]);
    await strike(EVERY_SIX_HOURS);
    const [rows] = await database.read([sql("select count(*) n from oauth_request")]);
    expect(rows?.[0]?.n).toBe(0);
  });

  it("sends a mail when the queue knocks", async () => {
    await expect.poll(left, { timeout: 25_000, interval: 100 }).toContain("By the queue");
  });
});
