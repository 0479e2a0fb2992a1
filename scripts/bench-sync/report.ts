import type { EngineResult } from "../bench-sync-page";
import { MANY } from "./workload";

export type Results = { rows: number; engines: EngineResult[]; load: number[] };
type Raw = { ms: number; cpu: number };

const kb = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const ms = (value: number | undefined) => (value === undefined ? "" : `${Math.round(value)}`);

export function report({ rows, engines, load }: Results): void {
  const raw = rawOf(engines);
  console.log(
    `\n${rows} contacts; milliseconds, median; machine load ${load.map((one) => one.toFixed(1)).join(" to ")}`,
  );
  console.log(
    `raw fetch + parse + bulkPut with the product's indexes: ${ms(raw.ms)} ms, ${ms(raw.cpu)} of processor`,
  );
  console.table(
    engines.map(({ name, create, push, between, pull, seen, delta }) => ({
      engine: name,
      create: ms(create.ms),
      push: ms(push.ms),
      "push cpu": ms(push.cpu),
      "push kB": kb(push.up + push.down),
      "push requests": push.requests,
      "own rows back": kb(between.up + between.down),
      "first 500": ms((seen ?? pull).first),
      readable: ms(pull.readable),
      indexed: ms(pull.indexed),
      "pull cpu": ms(pull.cpu),
      "pull kB": kb(pull.up + pull.down),
      "pull requests": pull.requests,
      delta: ms(delta.ms),
      "delta kB": kb(delta.up + delta.down),
      "delta requests": delta.requests,
    })),
  );
}

function rawOf(engines: readonly EngineResult[]): Raw {
  return engines.find(({ raw }) => raw)?.raw ?? { ms: Number.NaN, cpu: Number.NaN };
}

/** With many rows: what it was like meanwhile. */
function meanwhile(rows: number, { pull, seen }: EngineResult): Goal[] {
  if (rows < MANY || !seen?.panel) return [];
  const { panel } = seen;
  return [
    atMost(`G7 ${rows} rows in place and indexed`, "s", pull.indexed / 1000, 15),
    atMost("G7 the same, a panel open", "s", seen.indexed / 1000, 15),
    atMost("G7 the panel's reading meanwhile, median", "ms", panel.median, 150),
    atMost("G7 the same, at the worst", "ms", panel.worst, 1000),
    atMost("G7 its page held up at most", "ms", panel.heldUp, 200),
    atMost("G7 memory above the start, nobody looking", "MB", pull.heap ?? 0, 200),
    atMost("G7 memory above the start, a panel open", "MB", seen.heap ?? 0, 200),
  ];
}

function beside(rows: number, { seen }: EngineResult, raw: Raw): Goal[] {
  if (!seen || rows >= MANY) return [];
  return [
    atMost("G2 the same, a screen open", "of raw", (seen.readable ?? 0) / raw.ms, 0.25),
    atMost("G3 the same, a screen open", "of raw", seen.indexed / raw.ms, 1.15),
  ];
}

function edits({ live }: EngineResult): Goal[] {
  if (!live) return [];
  return [
    atMost("one edit on another open device", "ms", live.ms, 1000),
    atMost("its bytes, both devices and the hint", "kB", (live.up + live.down) / 1000, 2),
  ];
}

const bytes = ({ push, pull }: EngineResult) => push.up + push.down + pull.up + pull.down;

type Goal = { goal: string; target: string; measured: string; reached: "yes" | "no" };

const goal = (name: string, target: string, value: number, isReached: boolean): Goal => ({
  goal: name,
  target,
  measured: value.toFixed(2),
  reached: isReached ? "yes" : "no",
});

const atMost = (name: string, unit: string, value: number, limit: number) =>
  goal(name, `at most ${limit} ${unit}`, value, value <= limit);
const times = (name: string, value: number, limit: number) =>
  goal(name, `at least ${limit} times`, value, value >= limit);

/** What was promised, beside what was measured. G7 is a run with `--rows 100000 --only ours --runs 1`; G8 is `npm run simulate`. */
export function goals({ rows, engines }: Results): Goal[] {
  const ours = engines.find(({ name }) => name === "Rapport");
  if (!ours) return [];
  const raw = rawOf(engines);
  const peers = engines.filter((one) => one !== ours);
  const least = (of: (one: EngineResult) => number) => Math.min(...peers.map(of));
  const { push, pull, delta } = ours;
  const { readable = Number.NaN, indexed } = pull;
  const { first = Number.NaN } = ours.seen ?? pull;
  const perRow = (pull.up + pull.down) / rows;
  const alone = [
    atMost("G1 newest 500 on screen", "ms", first, 150),
    atMost("G2 durable and readable", "of raw", readable / raw.ms, 0.25),
    atMost("G3 in place and indexed", "of raw", indexed / raw.ms, 1.15),
    atMost("G3 the same in processor time", "of raw", pull.cpu / raw.cpu, 1.15),
    atMost("G5 100 edits from A to B", "ms", delta.ms, 80),
    atMost("G5 their bytes", "kB", (delta.up + delta.down) / 1000, 20),
    atMost("G6 first sync, a row", "bytes", perRow, 130),
    atMost("G5 their requests", "", delta.requests, 2),
    ...(rows > 10_000 ? [] : [atMost("requests of a push", "", push.requests, 12)]),
    ...(rows > 10_000 ? [] : [atMost("requests of a pull", "", pull.requests, 12)]),
    ...beside(rows, ours, raw),
    ...edits(ours),
    ...meanwhile(rows, ours),
  ];
  if (peers.length === 0) return alone;
  return [
    ...alone,
    times("G4 push, beside the best peer", least((one) => one.push.ms) / push.ms, 5),
    times("G4 the same in processor time", least((one) => one.push.cpu) / push.cpu, 5),
    times("pull until readable, beside the best peer", least((one) => one.pull.ms) / readable, 3),
    times("pull until indexed, beside the best peer", least((one) => one.pull.ms) / indexed, 3),
    times("pull, processor time beside the best peer", least((one) => one.pull.cpu) / pull.cpu, 3),
    atMost("bytes, beside the best peer", "of them", bytes(ours) / least(bytes), 0.33),
  ];
}
