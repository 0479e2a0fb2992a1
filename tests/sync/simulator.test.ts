import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { faults, type Fault } from "./simulator/faults";
import { history, play, type History } from "./simulator/history";

/** `npm run simulate` plays many more, from a new seed each time. What it finds belongs, once understood, into kept-histories.json. */
const RUNS = 5000;
const SEED = 20_261_121;

type Kept = { name: string; history: History };
const kept = JSON.parse(readFileSync("tests/sync/kept-histories.json", "utf8")) as Kept[];

/** A seed that meets the fault early, and within how many histories. */
const seeds: Record<Fault, [seed: number, runs: number]> = {
  skipPending: [1, 20],
  noClamp: [1, 20],
  snapEndsAtNow: [1, 20],
  ackByCount: [1, 20],
  noDedupe: [5, 50],
  hlcNotPersisted: [1, 50],
  noFloor: [1, 50],
  dropAcked: [1, 20],
  noRecv: [7, 50],
  promoteOnAck: [1, 20],
  patchCreates: [8, 50],
  staleCursor: [8, 50],
  cursorFirst: [1, 20],
  dropMidPage: [1, 20],
  noCatchup: [1, 20],
  forgetsAnswer: [1, 50],
  noHeal: [15, 50],
  sameNumbers: [2, 50],
  noSweep: [1, 50],
  restampIgnored: [2, 50],
  unfoldOvertakes: [4, 50],
  stagedUnseen: [1, 20],
  pageLost: [1, 20],
  notBroughtIn: [6, 50],
  unheard: [7, 50],
  cutUntold: [3, 50],
  windowSkipped: [8, 50],
  calmTooSoon: [1, 50],
};

describe("any history of edits, nets, crashes, clocks, forgetting and restores", () => {
  it(
    `ends with everyone alike and nothing lost (${RUNS} histories, seed ${SEED})`,
    { timeout: 120_000 },
    async () => {
      const result = await fc.check(
        fc.asyncProperty(history, (one) => play(one)),
        { numRuns: RUNS, seed: SEED },
      );
      const failing = result.counterexample?.[0];
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
