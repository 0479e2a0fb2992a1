import * as fc from "fast-check";
import { appendFileSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { faults, type Fault } from "./simulator/faults";
import { history, play, type History } from "./simulator/history";

/**
 * `SIM_RUNS=100000 npx vitest run tests/sync` plays that many histories from a new seed; a failing
 * one, made as small as it can be, is appended to `SIM_FILE` (JSON, one a line) and belongs, once
 * understood, into kept-histories.json.
 */
const deep = Number(process.env.SIM_RUNS ?? 0);
const RUNS = deep || 5000;
const SEED = deep ? Date.now() % 2 ** 31 : 20_261_121;

type Kept = { name: string; history: History };
const kept = JSON.parse(readFileSync("tests/sync/kept-histories.json", "utf8")) as Kept[];

/** A seed that meets the fault early, and within how many histories. */
const seeds: Record<Fault, [seed: number, runs: number]> = {
  skipPending: [1, 20],
  noClamp: [1, 20],
  snapEndsAtNow: [1, 20],
  ackByCount: [1, 20],
  noDedupe: [17, 200],
  hlcNotPersisted: [2, 50],
  noFloor: [20, 50],
  dropAcked: [1, 20],
  noRecv: [16, 100],
  promoteOnAck: [4, 20],
  patchCreates: [26, 200],
  staleCursor: [21, 200],
  cursorFirst: [1, 20],
  dropMidPage: [1, 20],
  noCatchup: [1, 20],
  forgetsAnswer: [17, 50],
  noHeal: [12, 100],
  sameNumbers: [9, 50],
  noSweep: [20, 50],
  restampIgnored: [10, 100],
  calmTooSoon: [1, 20],
};

describe("any history of edits, nets, crashes, clocks, forgetting and restores", () => {
  it(
    `ends with everyone alike and nothing lost (${RUNS} histories, seed ${SEED})`,
    { timeout: Math.max(60_000, deep * 20) },
    async () => {
      const result = await fc.check(
        fc.asyncProperty(history, (one) => play(one)),
        { numRuns: RUNS, seed: SEED },
      );
      const failing = result.counterexample?.[0];
      if (failing && process.env.SIM_FILE) {
        appendFileSync(process.env.SIM_FILE, `${JSON.stringify(failing)}\n`);
      }
      expect(result.failed, `${String(result.errorInstance)}\n${JSON.stringify(failing)}`).toBe(
        false,
      );
    },
  );

  it.each(kept)("replays what once failed: $name", ({ history: one }) => play(one));
});

describe("a fault planted in the right code is noticed", () => {
  it.each(Object.keys(faults) as Fault[])("%s", async (fault) => {
    const [seed, numRuns] = seeds[fault];
    const result = await fc.check(
      fc.asyncProperty(history, (one) => play(one, fault)),
      { numRuns, seed, endOnFailure: true },
    );
    expect(result.failed, `${fault}: ${faults[fault]}`).toBe(true);
  });
});
