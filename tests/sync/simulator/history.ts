import * as fc from "fast-check";
import type { Fault } from "./faults";
import { World } from "./world";

/** What happens, as plain numbers: short to keep, easy to shrink, the same on every run. */
export type History = {
  skews: number[];
  pageRows: number;
  /** Whether the server is restored and devices are copied: then little is forgotten, so half go without. */
  disasters: boolean;
  ops: Op[];
};
export type Op = [kind: number, who: number, x: number, y: number];

const SKEW = 5000;

type Act = (world: World, who: number, x: number, y: number, step: number) => Promise<void> | void;

/** How often, and what. */
const acts: [weight: number, act: Act][] = [
  [
    5,
    (world, who, x, y, step) =>
      world.edit(who, [{ tbl: "t", id: `r${step}`, create: true, fields: { a: x, b: y } }]),
  ],
  [14, (world, who, x, y) => world.patch(who, x, y % 2 ? "a" : "b", y)],
  [4, (world, who, x, y) => world.patch(who, x, `tags/${y % 2}`, y < 3)],
  [3, (world, who, x, y) => world.patch(who, x, `n/${world.device(who).meta.cid}`, y)],
  [3, (world, who, x) => world.patch(who, x, "_del", true)],
  [13, (world, who) => world.push(who)],
  [15, (world, who) => world.pull(who)],
  [26, (world, _, x) => world.deliver(x)],
  [2, (world, _, x) => world.drop(x)],
  [3, (world, _, x) => world.duplicate(x)],
  [3, (world, who) => world.crash(who)],
  [2, (world) => world.collect()],
  [1, (world) => world.keepBackup()],
  [1, (world) => (world.disasters ? world.restore() : undefined)],
  [1, (world, who) => (world.disasters ? world.rebirth(who) : undefined)],
  [
    2,
    (world, who, x, y) => {
      world.device(who).skew = Math.round(((x * 8 + y) / 63) * 2 * SKEW - SKEW);
    },
  ],
  [
    2,
    (world, _, x, y) => {
      world.now += x * 400 + y;
    },
  ],
  // Kept histories name acts by number: a new one comes last.
  [1, (world, who, x) => world.unfold(who, 1 + x)],
  [
    1,
    (world, who, x, y) =>
      world.makeWaiting(
        who,
        [x, x + 1].map((n) => ({ tbl: "t", id: `m${n}`, create: true, fields: { a: n, b: y } })),
      ),
  ],
  [6, (world, who) => world.pushAhead(who)],
  [4, (world, who, x) => world.pullAhead(who, 1 + x)],
  [2, (world, who, x) => world.startOver(who, 1 + x)],
  [
    2,
    (world, who, x, y, step) =>
      world.edit(
        who,
        [1, 2, 3, 4, 5, 6].map((n) => ({
          tbl: "t",
          id: `r${1000 + step * 10 + n}`,
          create: true,
          fields: { a: x, b: y },
        })),
      ),
  ],
];

const table: Act[] = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act));

export const history: fc.Arbitrary<History> = fc.record({
  skews: fc.array(fc.integer({ min: -SKEW, max: SKEW }), { minLength: 2, maxLength: 4 }),
  pageRows: fc.integer({ min: 1, max: 3 }),
  disasters: fc.boolean(),
  // Without `size: "max"` fast-check draws short lists, and the rarer faults are never met.
  ops: fc.array(fc.tuple(fc.nat(table.length - 1), fc.nat(3), fc.nat(7), fc.nat(7)), {
    minLength: 40,
    maxLength: 160,
    size: "max",
  }),
});

/** @throws Violation */
export async function play(
  { skews, pageRows, disasters, ops }: History,
  fault?: Fault,
): Promise<void> {
  const world = new World({ skews, pageRows, disasters, fault });
  for (const [step, [kind, who, x, y]] of ops.entries()) {
    world.now += y % 2;
    await table[kind]?.(world, who % skews.length, x, y, step);
  }
  await world.settle();
}
