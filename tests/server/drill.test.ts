import "fake-indexeddb/auto";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createLoop } from "@/lib/cloud/loop";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { freePort } from "@/server/sqld";
import { connectTo } from "./contract";

/** The built server as a machine runs it: killed without a word, put back from a backup. */
const BUILT = "node_modules/.cache/drill-server";
const folder = mkdtempSync(join(tmpdir(), "rapport-drill-"));
const data = join(folder, "data");
let running: ChildProcess | undefined;
let port = 0;

beforeAll(async () => {
  execFileSync(process.execPath, ["--import", "tsx", "scripts/build-server.ts", "--out", BUILT]);
  port = await freePort();
}, 60_000);
afterAll(async () => {
  await end("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

async function begin(...more: string[]): Promise<string> {
  const args = [BUILT, "--port", String(port), "--data", data, ...more];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  running = child;
  return new Promise((ready, fail) => {
    let said = "";
    const hear = (part: Buffer) => {
      said += part.toString();
      if (said.includes("answers at")) ready(said);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => fail(new Error(said)));
  });
}

async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  const child = running;
  running = undefined;
  if (!child || child.exitCode !== null) return;
  const gone = new Promise((resolve) => {
    child.once("exit", resolve);
  });
  child.kill(signal);
  await gone;
}

let devices = 0;

async function newDevice(email: string) {
  const url = `http://127.0.0.1:${port}`;
  const space = await connectTo(
    { ask: (path, init) => fetch(`${url}${path}`, init), origin: url, now: Date.now },
    email,
  );
  const db = connect(`drill-${++devices}`);
  const session = {
    server: url,
    token: space.token,
    deviceId: `d${devices}`,
    user: { id: email, email, name: "" },
    workspaceId: space.workspace,
    connectedAt: new Date().toISOString(),
  };
  const loop = createLoop({
    db,
    session: { currentSession: async () => session, forget: async () => undefined },
    later: () => () => undefined,
  });
  return { db, loop };
}

const namesOf = async (db: RapportDb) =>
  (await db.people.toArray()).map(({ fullName, notes }) => `${fullName} ${notes ?? ""}`).sort();
const people = (...names: string[]) =>
  names.map((fullName) => ({ table: "people" as const, fields: { fullName } }));

it("a backup put back loses nothing that a device still has", { timeout: 60_000 }, async () => {
  await begin();
  const ahead = await newDevice("drill@example.org");
  const { ids } = await save(ahead.db, people("Ada", "Bea"));
  await ahead.loop.syncOnce();
  const copy = join(folder, "copy.db");
  execFileSync(process.execPath, [BUILT, "--data", data, "--backup", copy]);

  await save(ahead.db, [{ table: "people", id: ids[0]!, fields: { notes: "after" } }]);
  await save(ahead.db, people("Cleo"));
  expect(await ahead.loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
  await end("SIGKILL");

  for (const rest of ["", "-wal", "-shm"]) rmSync(join(data, `rapport.db${rest}`), { force: true });
  cpSync(copy, join(data, "rapport.db"));
  expect(await begin("--restored")).toContain("will give back");
  await save(ahead.db, people("Dora"));
  expect(await ahead.loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
  const fresh = await newDevice("drill@example.org");
  await fresh.loop.syncOnce();
  expect(await namesOf(fresh.db)).toEqual(["Ada after", "Bea ", "Cleo ", "Dora "]);
  expect(await namesOf(ahead.db)).toEqual(await namesOf(fresh.db));
  expect(() =>
    execFileSync(process.execPath, [BUILT, "--data", data, "--backup", copy], { stdio: "pipe" }),
  ).toThrow("there already");
  await end("SIGTERM");
});

it("killed in the middle of pushes, it takes each of them once", { timeout: 60_000 }, async () => {
  await begin();
  const device = await newDevice("killed@example.org");
  const names = Array.from({ length: 3000 }, (_, index) => `Person ${index}`);
  for (let from = 0; from < names.length; from += 300) {
    await save(device.db, people(...names.slice(from, from + 300)));
  }
  for (const ms of [15, 60, 120]) {
    const syncing = device.loop.syncOnce();
    await new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
    await end("SIGKILL");
    await syncing;
    await begin();
  }
  expect(await device.loop.syncOnce()).toMatchObject({ phase: "idle", waiting: 0 });
  const fresh = await newDevice("killed@example.org");
  await fresh.loop.syncOnce();
  expect(await fresh.db.people.count()).toBe(names.length);
  expect(await namesOf(fresh.db)).toEqual(await namesOf(device.db));
});
