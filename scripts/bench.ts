import { benchCapture } from "./bench-capture";
import { benchImport } from "./bench-import";
import { benchMerging } from "./bench-merging";
import { benchMessaging } from "./bench-messaging";
import { benchPanel } from "./bench-panel";
import { benchWriting } from "./bench-writing";
import type { Measure } from "./measure";

/** `npm run bench`: every figure that is promised, measured here and now. `npm run build` comes first. */
const benches: (() => Promise<Measure[]>)[] = [
  benchCapture,
  benchPanel,
  benchMessaging,
  benchWriting,
  benchMerging,
  benchImport,
];

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
