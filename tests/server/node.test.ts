import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "@/server/env";
import { startServer, type RunningServer, type ServerOptions } from "@/server/node";
import { liveContract } from "./live-contract";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rapport-node-"));
});
afterAll(() => rm(folder, { recursive: true }));

const start = (name: string, more: ServerOptions = {}) =>
  startServer({
    port: 0,
    dataDir: join(folder, name),
    env: parseEnv({}),
    log: () => undefined,
    ...more,
  });

const signUp = async (url: string) =>
  fetch(`${url}/sign-in`, {
    method: "POST",
    headers: { origin: url },
    body: new URLSearchParams({
      step: "create",
      email: "ada@example.org",
      password: "correct horse battery",
    }),
    redirect: "manual",
  });

describe("hints of the embedded server", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start("live");
  });
  afterAll(() => server.stop());

  liveContract(() => ({
    ask: (path, init) => fetch(`${server.url}${path}`, init),
    origin: server.url,
    url: server.url,
    now: Date.now,
  }));
});

describe("the embedded server", () => {
  it("lives beside others in one process, each with its own data", async () => {
    const servers = await Promise.all([start("one"), start("two"), start("three")]);
    for (const { url } of servers) expect((await fetch(`${url}/health`)).status).toBe(200);
    const [one, two] = await Promise.all(
      ["one", "two"].map((name) => readFile(join(folder, name, "secret"), "utf8")),
    );
    expect(one).not.toBe(two);
    await Promise.all(servers.map(({ stop }) => stop()));
    await expect(fetch(`${servers[0].url}/health`)).rejects.toThrow("fetch failed");
  });

  it("keeps data, sessions and secret over a restart", async () => {
    const first = await start("again");
    const cookie = (await signUp(first.url)).headers.getSetCookie()[0]!.split(";")[0]!;
    const port = Number(new URL(first.url).port);
    await first.stop();
    const second = await start("again", { port });
    const me = await fetch(`${second.url}/v1/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ user: { email: "ada@example.org" } });
    await second.stop();
    for (const path of ["again", "again/secret"]) {
      expect((await stat(join(folder, path))).mode & 0o077).toBe(0);
    }
  });

  it("says what to do when its port is taken", async () => {
    const first = await start("taken");
    const port = Number(new URL(first.url).port);
    await expect(start("taken-too", { port })).rejects.toThrow(
      `Port ${port} is taken by another program. Stop that program, or choose another port: --port ${port + 1}`,
    );
    await first.stop();
  });

  it.each([
    ["gzip, deflate, br, zstd", "zstd", zstdDecompressSync],
    ["zstd;q=0, gzip;q=0.5", "gzip", gunzipSync],
    ["br, gzip;q=0.0", undefined, (plain: Buffer) => plain],
  ])("packs its answers for who takes %s", async (wish, encoding, open) => {
    const server = await start("packed");
    const [answer] = (await once(
      get(`${server.url}/openapi.json`, { headers: { "accept-encoding": wish } }),
      "response",
    )) as [IncomingMessage];
    const body = Buffer.concat(await answer.toArray());
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(Number(answer.headers["content-length"] ?? body.length)).toBe(body.length);
    expect(JSON.parse(open(body).toString())).toMatchObject({ openapi: "3.1.0" });
    await server.stop();
  });

  it("prints sign-in codes where it runs when it sends no e-mail", async () => {
    const lines: string[] = [];
    const server = await start("log", { log: (line) => lines.push(line) });
    await fetch(`${server.url}/sign-in`, {
      method: "POST",
      headers: { origin: server.url },
      body: new URLSearchParams({ step: "code", email: "ada@example.org" }),
    });
    expect(lines.join("\n")).toMatch(/Mail to ada@example\.org: \d{6}/);
    await server.stop();
  });

  it("does not take its own other name for a foreign site", async () => {
    const server = await start("names");
    const other = server.url.replace("127.0.0.1", "localhost");
    const answer = await fetch(`${server.url}/sign-in`, {
      method: "POST",
      headers: { origin: other },
      body: new URLSearchParams({
        step: "create",
        email: "bo@example.org",
        password: "correct horse battery",
      }),
      redirect: "manual",
    });
    expect(answer.status).toBe(303);
    await server.stop();
  });

  it("stops though somebody holds on to a connection it has upgraded", async () => {
    const server = await start("held");
    const { port, host } = new URL(server.url);
    const held = connect({ port: Number(port), host: "127.0.0.1", allowHalfOpen: true });
    held.write(
      `GET /v1/me HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    await once(held, "data");
    held.on("error", () => undefined);
    await server.stop();
    held.destroy();
  });
});
