import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { parseEnv } from "@/server/env";
import { startServer } from "@/server/node";
import { processorTime } from "./bench-sync/cpu";
import { openOrigin } from "./bench-sync/origin";
import { createPeerServer } from "./bench-sync/peer-server";
import { ADDRESS_HEADER, pairedSessions } from "./bench-sync/sessions";
import { goals, report, type Results } from "./bench-sync/report";
import { askedFrom } from "./bench-sync/second-browser";
import type { Contender, EngineResult, Kind, phases } from "./bench-sync-page";
import { launchBrowser } from "./browser";
import { median } from "./measure";

/**
 * `npm run bench:sync`: ours with its whole API against RxDB and PouchDB at their best batch size, and against
 * a bare fetch + parse + bulkPut, in one run, each device in a Chromium of its own. `--rows`, `--runs`,
 * `--only ours` for a part of it.
 */
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "10000" },
    runs: { type: "string", default: "3" },
    only: { type: "string" },
  },
});
const rows = Number(values.rows);
const runs = Number(values.runs);

const folder = mkdtempSync(join(tmpdir(), "rapport-bench-sync-"));
// In this process, as the peers' servers are: a process more would be a wait more on a busy machine.
const api = await startServer({
  port: 0,
  dataDir: join(folder, "data"),
  env: parseEnv({ ...process.env, CLIENT_IP_HEADER: ADDRESS_HEADER }),
  log: () => undefined,
});
const page = await build({
  entryPoints: ["scripts/bench-sync-page.ts"],
  bundle: true,
  format: "esm",
  minify: true,
  write: false,
  // Two Dexies in one page refuse to live together.
  alias: { events: "./scripts/bench-sync/events.ts", dexie: "./node_modules/dexie/dist/dexie.mjs" },
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
});
const files = {
  "/page.js": page.outputFiles[0]?.text ?? "",
  "/": '<!doctype html><title>bench</title><body><script type="module" src="/page.js"></script>',
};
const origin = await openOrigin(api, createPeerServer(), files, () => processorTime(folder));

type Given = Pick<Contender, "kind" | "batch" | "run" | "sessions">;
let opened = 0;

/** A new device: a browser that has nothing, and runs nothing but the bench's page. */
async function openBrowser() {
  const profile = join(folder, `profile-${++opened}`);
  const context = await launchBrowser({
    profile,
    flags: ["--enable-precise-memory-info", "--js-flags=--expose-gc"],
  });
  const tab = await context.newPage();
  tab.on("pageerror", (error) => console.error(error));
  await tab.goto(origin.url);
  return {
    tab,
    async run<Name extends keyof typeof phases>(name: Name, { kind, ...given }: Given) {
      const warm = kind === "ours" ? await pairedSessions(api.url, origin.url, "small", 2) : [];
      const contender: Contender = { kind, rows, warm, ...given };
      return tab.evaluate(
        ([phase, one]) =>
          (globalThis as unknown as { phases: Record<string, (given: unknown) => unknown> }).phases[
            phase
          ]?.(one),
        [name, contender] as const,
      ) as ReturnType<(typeof phases)[Name]>;
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** One phase on a device of its own. */
async function alone<Name extends keyof typeof phases>(name: Name, given: Given) {
  const browser = await openBrowser();
  try {
    return await browser.run(name, given);
  } finally {
    await browser.close();
  }
}

async function measure(kind: Kind, batch: number, run: number): Promise<EngineResult> {
  const isOurs = kind === "ours";
  const sessions = isOurs ? await pairedSessions(api.url, origin.url, `bench ${run}`, 4) : [];
  const given: Given = { kind, batch, run, sessions };
  const [first, other] = [await openBrowser(), await openBrowser()];
  try {
    await askedFrom(first.tab, other.tab);
    const pushed = await first.run("runPush", given);
    const rawFirst = isOurs && run % 2 === 1 ? await alone("runRaw", given) : undefined;
    const pull = await alone("runPull", given);
    const raw = rawFirst ?? (isOurs ? await alone("runRaw", given) : undefined);
    const seen = isOurs ? await alone("runSeen", given) : undefined;
    const edited = await first.run("runEdits", given);
    return { ...pushed, ...edited, pull, ...(raw && { raw }), ...(seen && { seen }) };
  } finally {
    await first.close();
    await other.close();
  }
}

try {
  const results: Results = { rows, engines: [], load: [loadavg()[0] ?? 0] };
  const every: EngineResult[][] = [];
  const contenders: [Kind, number][] = [
    ["ours", 0],
    ["rxdb", 100],
    ["rxdb", 1000],
    ["pouch", 100],
    ["pouch", 1000],
  ];
  const chosen = contenders.filter(([kind]) => !values.only || kind === values.only);
  for (let run = 0; run < runs; run++) {
    const order = [...chosen.entries()];
    // Whoever comes first finds a rested machine: not always the same one.
    for (const [index, [kind, batch]] of run % 2 === 0 ? order : order.toReversed()) {
      const result = await measure(kind, batch, run);
      (every[index] ??= []).push(result);
      console.log(`run ${run + 1}: ${result.name}`);
    }
  }
  results.load.push(loadavg()[0] ?? 0);
  results.engines = every.map(middle);
  report(results);
  console.table(goals(results));
} finally {
  origin.close();
  await api.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Each figure's median over the runs. */
function middle<T>(list: T[]): T {
  const [first] = list;
  const merge = (values: unknown[]): unknown => {
    const [one] = values;
    if (typeof one === "number") return median(values as number[]);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(
      Object.keys(one).map((key) => [
        key,
        merge(values.map((value) => (value as Record<string, unknown>)[key])),
      ]),
    );
  };
  return first ? (merge(list) as T) : (first as never);
}
