import type { Database } from "../database";
import { claimDue, finish, putOff, type Occurrence } from "./occurrences";

/** What came of an attempt: it is over, or it is to be tried again at a moment. */
export type Verdict =
  | { is: "done"; outcome: string }
  /** `afresh`: it did what it was there for, and will do so again; its attempts are counted from the beginning. */
  | { is: "later"; at: number; why: string; afresh?: true };

export type Job = {
  run(payload: unknown, attempt: { number: number; now: number }): Promise<Verdict>;
  /** When no further attempt is made: so that nothing ends in silence. */
  giveUp?(payload: unknown, why: string): Promise<void>;
};
export type Jobs = Record<string, Job>;

const AT_ONCE = 4;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
const MOST_ATTEMPTS = 12;

/** Does all that is due. Gives how many attempts were made. */
export async function runDue(
  database: Database,
  jobs: Jobs,
  now: () => number,
  log: (line: string) => void,
): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await claimDue(database, now(), AT_ONCE);
    if (due.length === 0) return count;
    count += due.length;
    await Promise.all(due.map((one) => attempt(database, jobs, one, now, log)));
  }
}

async function attempt(
  database: Database,
  jobs: Jobs,
  one: Occurrence,
  now: () => number,
  log: (line: string) => void,
): Promise<void> {
  const job = jobs[one.kind];
  if (!job) return finish(database, one, "unknown-kind", now());
  try {
    const verdict = await job.run(one.payload, { number: one.attempts, now: now() });
    if (verdict.is === "done") return await finish(database, one, verdict.outcome, now());
    return await putOff(database, one, verdict);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log(`${one.kind} ${one.key}: ${why}`);
    if (one.attempts < MOST_ATTEMPTS) {
      return putOff(database, one, { at: now() + waitAfter(one.attempts), why });
    }
    await job.giveUp?.(one.payload, why);
    return finish(database, one, `gave up: ${why}`, now());
  }
}

/** Doubles from half a minute to an hour. */
export function waitAfter(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
}
