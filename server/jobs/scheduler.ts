import type { Context } from "hono";
import { nextDue } from "./occurrences";
import type { Database } from "../database";

/** Sees to it that what is due gets done, by whatever means the host has. */
export type Scheduler = {
  /** Something may be due at `at`. `c` is the request that knows of it, where there is one. */
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

/** As much of a Workers queue as is used here. */
export type Queue<Message> = {
  send(message: Message, options: { delaySeconds: number }): Promise<unknown>;
};
/** What goes through the queue: a knock, with the address under which the server was asked. */
export type Knock = { publicUrl: string };

/** No message may wait longer than this; the cron sees to what is due later. */
const LONGEST_DELAY_S = 12 * 3600;

/**
 * On Workers a queue knocks when something may be due. It may knock late, twice or never: what is to be done
 * stands in the database, is claimed there before it is done, and is looked for by a cron each minute besides.
 */
export function queueScheduler(
  queue: Queue<Knock>,
  publicUrl: string,
  { now, log }: Pick<Options, "now" | "log">,
): Scheduler {
  return {
    wake(at, c) {
      const delaySeconds = Math.max(0, Math.ceil((at - now()) / 1000));
      if (delaySeconds > LONGEST_DELAY_S) return;
      const sent = queue
        .send({ publicUrl }, { delaySeconds })
        .catch((error: unknown) => log(`The queue took no knock: ${String(error)}`));
      c?.executionCtx.waitUntil(sent);
    },
    stop: () => undefined,
  };
}
