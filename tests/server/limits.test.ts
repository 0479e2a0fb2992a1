import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { LimitObject, objectLimits } from "@/server/limit-object";
import { tableLimits, type Limits } from "@/server/rate-limit";
import { openGround, ORIGIN, type Ground } from "./ground";

const LIMIT = { max: 2, seconds: 60 };
const START = Date.UTC(2026, 8, 1, 9);

/** Objects as Workers keep them: one per name, each with a storage and an alarm of its own. */
function createObjects() {
  const made = new Map<
    string,
    { object: LimitObject; kept: Map<string, unknown>; alarm: number }
  >();
  const namespace = {
    idFromName: (name: string) => name,
    get(id: unknown) {
      const name = String(id);
      let one = made.get(name);
      if (!one) {
        const kept = new Map<string, unknown>();
        const entry = { kept, alarm: 0 };
        const storage = {
          get: async (key: string) => kept.get(key),
          put: async (key: string, value: unknown) => void kept.set(key, value),
          setAlarm: async (at: number) => void (entry.alarm = at),
          deleteAll: async () => kept.clear(),
        };
        one = Object.assign(entry, { object: new LimitObject({ storage }) });
        made.set(name, one);
      }
      const { object } = one;
      return { fetch: (url: string, init: RequestInit) => object.fetch(new Request(url, init)) };
    },
  };
  return { namespace, made };
}

/** Limits as each host must count them: said once, held against each. */
function limitsContract(open: () => { limits: Limits; at: (ms: number) => void }): void {
  it("lets in as many as it says in a window, and says how long to wait", async () => {
    const { limits, at } = open();
    at(START);
    const verdicts = [];
    for (let n = 0; n < 3; n++) verdicts.push(await limits.count("one", LIMIT));
    expect(verdicts).toEqual([
      { allowed: true, retryAfter: null },
      { allowed: true, retryAfter: null },
      { allowed: false, retryAfter: 60 },
    ]);
    at(START + 59_500);
    expect(await limits.count("one", LIMIT)).toEqual({ allowed: false, retryAfter: 1 });
    at(START + 60_000);
    expect((await limits.count("one", LIMIT)).allowed).toBe(true);
  });

  it("counts each key by itself", async () => {
    const { limits, at } = open();
    at(START);
    for (let n = 0; n < 3; n++) await limits.count("mine", LIMIT);
    expect((await limits.count("yours", LIMIT)).allowed).toBe(true);
  });
}

describe("limits in the database", () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  limitsContract(() => ({
    limits: tableLimits(ground.database, () => ground.clock.now),
    at: (ms) => void (ground.clock.now = ms),
  }));

  it("counts calls that arrive together", async () => {
    const limits = tableLimits(ground.database, () => START);
    const all = await Promise.all(Array.from({ length: 5 }, () => limits.count("rush", LIMIT)));
    expect(all.filter(({ allowed }) => allowed)).toHaveLength(2);
  });
});

describe("limits in an object per key", () => {
  beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterAll(() => void vi.useRealTimers());

  limitsContract(() => ({
    limits: objectLimits(createObjects().namespace),
    at: (ms) => void vi.setSystemTime(ms),
  }));

  it("outlives the object, and leaves nothing behind when its window is over", async () => {
    const { namespace, made } = createObjects();
    vi.setSystemTime(START);
    const limits = objectLimits(namespace);
    await limits.count("one", LIMIT);
    await limits.count("one", LIMIT);
    const [one] = made.values();
    expect(one?.kept.get("window")).toEqual({ count: 2, since: START });
    expect(one?.alarm).toBe(START + 60_000);
    await one?.object.alarm();
    expect(one?.kept.size).toBe(0);
  });
});

// Beside the route's own tests: a Worker's clock cannot be moved.
it("a person who tried out too many short codes may try again once the window is over", async () => {
  const ground = await openGround();
  const mine = { cookie: await ground.signIn("guesser@example.org"), origin: ORIGIN };
  const guess = () => ground.post("/v1/pair/approve", { user_code: "BBBB-BBBB" }, mine);
  for (let at = 0; at < 20; at++) await guess();
  expect((await guess()).status).toBe(429);
  ground.clock.now += 600_000;
  expect((await guess()).status).toBe(404);
  await ground.close();
});
