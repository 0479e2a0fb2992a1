import type { ImportRecord } from "@/lib/import/import-record";
import type { Plan, Progress } from "@/lib/import/plan";
import type { OpenedView } from "@/lib/import/port";
import { openDb } from "@/lib/data/db";
import { callsTo } from "@/lib/platform/worker-call";

/** Runs in the bench's page: the import's own worker, driven as the screen drives it. */

export type Timed = {
  openMs: number;
  planMs: number;
  runMs: number;
  /** After the import is done, until every row can be found through an index. */
  settleMs: number;
  longestTaskMs: number;
  /** The longest wait between two turns of a timer that asks for one every 20 ms. */
  longestGapMs: number;
  counts: Plan["counts"];
  written: number;
  problem?: string;
};

const call = callsTo<Progress>(new Worker("/worker.js", { type: "module" }));

async function timedImport(path: string): Promise<Timed> {
  const tasks: number[] = [];
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  const blob = await (await fetch(path)).blob();
  const file = new File([blob], path.slice(1));
  watch.observe({ entryTypes: ["longtask"] });
  let last = performance.now();
  let longestGapMs = 0;
  const beat = setInterval(() => {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - last - 20);
    last = now;
  }, 20);

  const db = "bench";
  const start = performance.now();
  const opened = await call<OpenedView>("open", { db, files: [file] });
  const readAt = performance.now();
  const choices = {
    wanted: new Set(opened.sources.map(({ index }) => index)),
    onConflict: "file",
    answers: new Map(),
    doubts: "apart",
    markLost: true,
    mappings: new Map(),
    own: new Set(),
  };
  const plan = await call<Plan>("plan", { db, choices }, () => {});
  const plannedAt = performance.now();
  const record = await call<ImportRecord>("run", { db, choices }, () => {});
  const end = performance.now();
  while ((await openDb(db)._staged.count()) > 0)
    await new Promise((again) => setTimeout(again, 50));
  const settled = performance.now();
  clearInterval(beat);
  watch.disconnect();
  const problem = plan.files.find((one) => one.problem)?.problem;
  return {
    openMs: readAt - start,
    planMs: plannedAt - readAt,
    runMs: end - plannedAt,
    settleMs: settled - end,
    longestTaskMs: Math.max(0, ...tasks),
    longestGapMs,
    counts: plan.counts,
    written: record.written,
    ...(problem && { problem }),
  };
}

Object.assign(globalThis, { timedImport });
