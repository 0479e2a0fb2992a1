import { benchCapture } from "./bench-capture";
import { benchPanel } from "./bench-panel";
import type { Measure } from "./measure";

/** `npm run bench`: every figure that is promised, measured here and now. `npm run build` comes first. */
const benches: (() => Promise<Measure[]>)[] = [benchCapture, benchPanel];

const measures: Measure[] = [];
for (const bench of benches) measures.push(...(await bench()));

console.table(
  measures.map(({ name, value, unit, target }) => ({
    measured: name,
    value: `${value} ${unit}`,
    "at most": `${target} ${unit}`,
    reached: value <= target ? "yes" : "no",
  })),
);
process.exitCode = measures.every(({ value, target }) => value <= target) ? 0 : 1;
