import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { history, play } from "@/tests/sync/simulator/history";

/**
 * `npm run simulate -- --runs 100000`: that many histories of edits, nets, crashes, clocks, forgetting and
 * restores, from a new seed. One that fails is made as small as it can be and kept, one a line, in `--file`;
 * once understood it belongs into tests/sync/kept-histories.json.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100000" },
    seed: { type: "string" },
    file: { type: "string", default: ".data/failed-histories.jsonl" },
  },
});

const PART = 5000;
const runs = Number(values.runs);
const first = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const began = Date.now();
let failed = 0;

for (let done = 0; done < runs; done += PART) {
  const numRuns = Math.min(PART, runs - done);
  const seed = first + done / PART;
  const result = await fc.check(
    fc.asyncProperty(history, (one) => play(one)),
    { numRuns, seed },
  );
  const failing = result.counterexample?.[0];
  if (failing) {
    failed++;
    mkdirSync(dirname(values.file), { recursive: true });
    appendFileSync(values.file, `${JSON.stringify(failing)}\n`);
    console.log(`seed ${seed}: ${String(result.errorInstance)}; kept in ${values.file}`);
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `${done + numRuns} of ${runs} histories, ${failed} failed, ${seconds} s, from seed ${first}`,
  );
}
process.exitCode = failed > 0 ? 1 : 0;
