import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newClientId } from "@/lib/sync/clock";
import type { PushBody } from "@/lib/sync/change";
import { openFile } from "@/server/database-file";
import { openGround, type Ground } from "./ground";
import { created, patched, pushOf } from "./push-body";
import { spaceOf } from "./space";

/** A push is the sequence, the device's number and its rows: dead before, after each, and after the commit. */
const STATEMENTS = 3;
const BUILT = "node_modules/.cache/dying-push.mjs";
const folder = mkdtempSync(join(tmpdir(), "rapport-killed-"));
const file = join(folder, "test.db");
let ground: Ground;

beforeAll(async () => {
  await build({
    entryPoints: ["tests/server/dying-push.ts"],
    outfile: BUILT,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["libsql"],
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  ground = await openGround({ database: await openFile(file) });
}, 30_000);
afterAll(async () => {
  await ground.close();
  rmSync(folder, { recursive: true, force: true });
});

/** By what it was ended: the system's word, or null where it ended by itself. */
function pushAndDie(order: object, statements: number): Promise<string | null> {
  const child = spawn(process.execPath, [BUILT, file, String(statements)], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  child.stdin.end(JSON.stringify(order));
  return new Promise((done) => {
    child.once("exit", (_code, signal) => done(signal));
  });
}

it("a server killed after any statement of a push has taken all of it or nothing, and takes it once", async () => {
  const device = await ground.connect("killed@example.org");
  const space = spaceOf(ground, device);
  const cid = newClientId();
  const [ada, bo] = [created(cid, { fullName: "Ada" }), created(cid, { fullName: "Bo" })];
  const { epoch } = await space.push(pushOf(cid, [ada]));

  for (let statements = 0; statements <= STATEMENTS; statements++) {
    const from = 2 + statements;
    const note = `dead after ${statements}`;
    const body: PushBody = pushOf(
      cid,
      [patched(cid, ada.id, { notes: note }, ground.clock.now + statements), bo],
      { from, epoch },
    );
    const before = await space.pull(0);
    const order = {
      workspaceId: device.workspace,
      userId: device.userId,
      role: "owner",
      body,
    };
    expect(await pushAndDie(order, statements)).toBe("SIGKILL");
    const dead = await space.pull(0);
    const isTaken = statements === STATEMENTS;
    expect(dead.rows.some(({ data }) => data["notes"] === note)).toBe(isTaken);
    if (!isTaken) expect(dead).toEqual(before);
    // The device, which heard nothing, sends it again.
    expect(await space.push(body)).toMatchObject({ last: from, rejected: [] });
    const after = await space.pull(0);
    expect(after.rows).toHaveLength(2);
    if (isTaken) expect(after).toEqual(dead);
    expect(after.rows.find(({ id }) => id === ada.id)?.data["notes"]).toBe(note);
  }
}, 30_000);
