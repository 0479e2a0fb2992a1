import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claimDue, finish, LEASE_MS, nextDue, plan, planOnce } from "@/server/jobs/occurrences";
import { runDue, waitAfter } from "@/server/jobs/run-due";
import { queueScheduler, timerScheduler, type Knock } from "@/server/jobs/scheduler";
import { openGround, type Ground } from "../server/ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const one = (key: string, dueAt: number) => ({ key, kind: "test", payload: { key }, dueAt });

it("gives an occurrence to one claimant, and to the next only when the lease is over", async () => {
  const { database } = ground;
  await plan(database, one("claimed", 1000));
  const takes = await Promise.all([1, 2, 3].map(() => claimDue(database, 2000, 5)));
  expect(takes.flat()).toHaveLength(1);
  expect(await claimDue(database, 2000 + LEASE_MS - 1, 5)).toEqual([]);
  const [again] = await claimDue(database, 2000 + LEASE_MS, 5);
  expect(again).toMatchObject({ key: "claimed", attempts: 2 });
  // The one whose lease is over has nothing to say any more.
  await finish(database, takes.flat()[0]!, "late", 3000);
  expect(await nextDue(database)).toBe(2000 + 2 * LEASE_MS);
  await finish(database, again!, "done", 3000);
  expect(await nextDue(database)).toBeUndefined();
});

it("puts an event down once, however often it is told", async () => {
  const made = await Promise.all(
    [1, 2, 3, 4].map(() => planOnce(ground.database, one("event", 1))),
  );
  expect(made.filter(Boolean)).toHaveLength(1);
  await runDue(
    ground.database,
    { test: { run: async () => ({ is: "done", outcome: "ok" }) } },
    () => 10,
    () => undefined,
  );
  expect(await planOnce(ground.database, one("event", 1))).toBe(false);
});

it("tries a failing one again, later and later, and gives it up in the end with a word", async () => {
  let now = 1_000_000;
  const given: string[] = [];
  const lines: string[] = [];
  await plan(ground.database, one("failing", now));
  const jobs = {
    test: {
      run: () => Promise.reject(new Error("broken")),
      giveUp: async (_: unknown, why: string) => void given.push(why),
    },
  };
  for (let day = 0; day < 48 && given.length === 0; day++) {
    await runDue(
      ground.database,
      jobs,
      () => now,
      (line) => lines.push(line),
    );
    now += 3_600_000;
  }
  expect(given).toEqual(["broken"]);
  expect(lines).toHaveLength(12);
  expect([1, 2, 3, 20].map(waitAfter)).toEqual([30_000, 60_000, 120_000, 3_600_000]);
});

it("the timer runs what is due when it is due, and never two runs at once", async () => {
  const { database } = ground;
  let atOnce = 0;
  let most = 0;
  const done: string[] = [];
  const run = async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await runDue(
      database,
      {
        test: {
          run: async (payload) => (
            done.push(JSON.stringify(payload)),
            { is: "done", outcome: "ok" }
          ),
        },
      },
      Date.now,
      () => undefined,
    );
    atOnce -= 1;
  };
  const scheduler = timerScheduler({ database, run, now: Date.now, log: () => undefined });
  await plan(database, one("soon", Date.now() + 60));
  scheduler.wake(Date.now() + 60);
  scheduler.wake(Date.now());
  await expect.poll(() => done).toEqual(['{"key":"soon"}']);
  scheduler.stop();
  expect(most).toBe(1);
});

it("the queue knocks at the moment, at once for what is past, and leaves what is far off to the cron", async () => {
  const knocks: [Knock, number][] = [];
  const lines: string[] = [];
  const publicUrl = "https://rapport.example";
  const queue = {
    async send(knock: Knock, { delaySeconds }: { delaySeconds: number }) {
      if (delaySeconds === 13) throw new Error("full");
      knocks.push([knock, delaySeconds]);
    },
  };
  const now = 1_000_000;
  const scheduler = queueScheduler(queue, publicUrl, {
    now: () => now,
    log: (line) => void lines.push(line),
  });
  for (const ms of [-5000, 1, 90_000, 12 * 3_600_000, 12 * 3_600_000 + 1000, 13_000]) {
    scheduler.wake(now + ms);
  }
  await expect.poll(() => lines).toEqual(["The queue took no knock: Error: full"]);
  expect(knocks).toEqual([0, 1, 90, 43_200].map((delay) => [{ publicUrl }, delay]));
});

it("a wait is never longer than an hour, nor shorter than the one before", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (attempts) => {
      expect(waitAfter(attempts + 1)).toBeGreaterThanOrEqual(waitAfter(attempts));
      expect(waitAfter(attempts)).toBeLessThanOrEqual(3_600_000);
    }),
  );
});
