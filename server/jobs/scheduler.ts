import type { Context } from "hono";
import { nextDue } from "./occurrences";
import type { Database } from "../database";

/** Sees to it that what is due gets done, by whatever means the host has. */
export type Scheduler = {
  /** Something may be due at `at`. `c` lends the time of a request where there is no other. */
  wake(at: number, c?: Context): void;
  stop(): void;
};

type Options = {
  database: Database;
  run: () => Promise<unknown>;
  now: () => number;
  log: (line: string) => void;
};

/** Another process may have put something down: nothing waits longer for being seen. */
const LOOK_AGAIN_MS = 60_000;

/** In one process: a timer for the next due occurrence, and never two runs at once. */
export function timerScheduler({ database, run, now, log }: Options): Scheduler {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wakesAt = Number.POSITIVE_INFINITY;
  let running = false;
  let isStopped = false;

  const set = (at: number) => {
    if (isStopped || at >= wakesAt) return;
    clearTimeout(timer);
    wakesAt = at;
    timer = setTimeout(() => void go(), Math.min(LOOK_AGAIN_MS, Math.max(0, at - now())));
    timer.unref?.();
  };
  const go = async () => {
    wakesAt = Number.POSITIVE_INFINITY;
    if (running) return;
    running = true;
    let next = now() + LOOK_AGAIN_MS;
    try {
      await run();
      next = Math.min(next, (await nextDue(database)) ?? next);
    } catch (error) {
      log(`Jobs: ${String(error)}`);
    } finally {
      running = false;
      set(next);
    }
  };
  set(now());
  return {
    wake: set,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** A Worker has a cron each minute; what is due sooner is done on the time of the request that asked for it. */
const LENT_MS = 25_000;

export function lentScheduler({ run, now }: Pick<Options, "run" | "now">): Scheduler {
  return {
    wake(at, c) {
      const wait = Math.max(0, at - now());
      if (!c || wait > LENT_MS) return;
      c.executionCtx.waitUntil(
        new Promise((resolve) => {
          setTimeout(resolve, wait);
        }).then(run),
      );
    },
    stop: () => undefined,
  };
}
