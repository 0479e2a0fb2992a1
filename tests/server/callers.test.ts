import { afterEach, beforeEach, expect, it } from "vitest";
import { createCallers } from "@/server/callers";
import { sql, type Database } from "@/server/database";
import { openGround, type Ground } from "./ground";

const KEPT_MS = 30_000;

let ground: Ground;
beforeEach(async () => {
  ground = await openGround();
});
afterEach(() => ground.close());

/** Counts what is asked of the database. */
async function setUp(keptMs = KEPT_MS) {
  const ada = await ground.connect("ada@example.org");
  const counted = { asked: 0, wait: async () => undefined as void };
  const orm = new Proxy(ground.database.orm, {
    get(target, name, self) {
      if (name === "select") counted.asked++;
      return Reflect.get(target, name, self) as unknown;
    },
  });
  const database: Database = { ...ground.database, orm };
  const callers = createCallers(database, { now: () => ground.clock.now, keptMs });
  const token = ada.bearer.authorization.slice("Bearer ".length);
  return { ada, callers, counted, ask: () => callers.byToken(token, ada.workspace) };
}

it("asks once for who it is and as what, and again when the time is up", async () => {
  const { ask, counted } = await setUp();
  expect(await ask()).toMatchObject({
    person: { email: "ada@example.org" },
    membership: { role: "owner", removed: false },
  });
  ground.clock.now += KEPT_MS - 1;
  await ask();
  expect(counted.asked).toBe(1);
  ground.clock.now += 1;
  await ask();
  expect(counted.asked).toBe(2);
});

it.each([
  ["a role", "update member set role = 'viewer'", { membership: { role: "viewer" } }],
  ["a removal", "update member set removed_at = 1", { membership: { removed: true } }],
  ["a revocation", "update device set revoked_at = 1", { device: { revokedAt: new Date(1) } }],
  ["an erased account", "delete from user", undefined],
])("forgets at once what a write changed: %s", async (_, text, now) => {
  const { ask } = await setUp();
  await ask();
  await ground.database.write([sql(text)]);
  const found = await ask();
  if (now) expect(found).toMatchObject(now);
  else expect(found).toBeUndefined();
});

it("does not keep what was read while a write was under way", async () => {
  const { ask, counted } = await setUp();
  const reading = ask();
  const writing = ground.database.write([sql("update member set role = 'viewer'")]);
  await Promise.all([reading, writing]);
  expect((await ask())?.membership?.role).toBe("viewer");
  expect(counted.asked).toBe(2);
});

it("keeps nothing of a push, nor of an unknown token, nor where it may keep nothing", async () => {
  const { ada, callers, ask, counted } = await setUp();
  await ask();
  await ground.post(`/v1/w/${ada.workspace}/push`, {}, ada.bearer);
  await ask();
  expect(counted.asked).toBe(1);
  expect(await callers.byToken("nobody-has-this-token", ada.workspace)).toBeUndefined();
  await callers.byToken("nobody-has-this-token", ada.workspace);
  expect(counted.asked).toBe(3);
  const forgetful = await setUp(0);
  await forgetful.ask();
  await forgetful.ask();
  expect(forgetful.counted.asked).toBe(2);
});
