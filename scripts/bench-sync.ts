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
import { openSecondBrowser } from "./bench-sync/second-browser";
import type { EngineResult, Kind } from "./bench-sync-page";
import { launchBrowser } from "./browser";
import { median } from "./measure";

/**
 * `npm run bench:sync`: ours with its whole API against RxDB and PouchDB at their best batch size, and against
 * a bare fetch + parse + bulkPut, in one Chromium, in one run. `--rows`, `--runs`, `--only ours` for a part of it.
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
const profile = join(folder, "profile");
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
const origin = await openOrigin(api, createPeerServer(), files, () => processorTime(profile));
const context = await launchBrowser({
  profile,
  flags: ["--enable-precise-memory-info", "--js-flags=--expose-gc"],
});
let second: typeof context | undefined;
try {
  const tab = await context.newPage();
  tab.on("pageerror", (error) => console.error(error));
  await tab.goto(origin.url);
  second = await openSecondBrowser(join(folder, "second"), origin.url, tab);
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
      const sessions =
        kind === "ours" ? await pairedSessions(api.url, origin.url, `bench ${run}`, 4) : [];
      const result = await tab.evaluate(
        (given) =>
          (
            globalThis as unknown as { runEngine(...given: unknown[]): Promise<EngineResult> }
          ).runEngine(...given),
        [kind, batch, rows, sessions, run] as unknown[],
      );
      (every[index] ??= []).push(result);
      console.log(`run ${run + 1}: ${result.name}`);
    }
  }
  results.load.push(loadavg()[0] ?? 0);
  results.engines = every.map(middle);
  report(results);
  console.table(goals(results));
} finally {
  await second?.close();
  await context.close();
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
