import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Session } from "@/lib/cloud/session";
import { PROTOCOL, SCHEMA, type Mutation } from "@/lib/sync/change";
import { formatStamp, newClientId } from "@/lib/sync/clock";
import { packPush } from "@/lib/sync/push-wire";
import { startSqld, type Sqld } from "@/server/sqld";
import { uuidv7 } from "uuidv7";
import { startApiProcess } from "./api-process";
import { ADDRESS_HEADER, pairedSessions } from "./bench-sync/sessions";
import { plot } from "./bench-server/plot";
import { pullCost, type Spread } from "./bench-server/pull-cost";
import { round } from "./measure";

/**
 * `npm run bench:server`: 200 devices in 50 workspaces pushing 500 changes a second in all, on the file and on
 * sqld, and what a pull costs as a workspace grows. `--seconds`, `--only file|sqld|pull` for a part of it; `--plot FILE` draws the last as SVG.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "20" },
    only: { type: "string" },
    largest: { type: "string", default: "1000000" },
    plot: { type: "string" },
  },
});
const PEOPLE = 50;
const DEVICES_EACH = 4;
const CHANGES_A_SECOND = 500;
const CHANGES_A_PUSH = 5;

const folder = mkdtempSync(join(tmpdir(), "rapport-bench-server-"));
const wanted = (name: string) => !values.only || values.only === name;
try {
  const rows: Record<string, unknown>[] = [];
  if (wanted("file")) rows.push({ on: "file", ...(await load(join(folder, "file"))) });
  if (wanted("sqld")) {
    const sqld = await startSqld(join(folder, "sqld"));
    try {
      rows.push({ on: "sqld", ...(await load(join(folder, "remote"), sqld)) });
    } finally {
      await sqld.stop();
    }
  }
  if (rows.length > 0) console.table(rows);
  if (wanted("pull")) await showPullCost();
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

type Device = { session: Session; cid: string; n: number; ids: string[] };

/** Every device on a beat of its own, whatever became of its last push: nobody waits for a slow server. */
async function load(dataDir: string, sqld?: Sqld) {
  const api = await startApiProcess(dataDir, 0, {
    CLIENT_IP_HEADER: ADDRESS_HEADER,
    ...(sqld && { DATABASE_URL: sqld.url }),
  });
  try {
    const devices: Device[] = [];
    for (let person = 0; person < PEOPLE; person++) {
      const sessions = await pairedSessions(api.url, api.url, `load ${person}`, DEVICES_EACH);
      for (const session of sessions) {
        devices.push({ session, cid: newClientId(), n: 0, ids: [] });
      }
    }
    const seconds = Number(values.seconds);
    const every = (devices.length * CHANGES_A_PUSH * 1000) / CHANGES_A_SECOND;
    const times: number[] = [];
    let errors = 0;
    let changes = 0;
    const spent = () => cpuMs(api.pid) + (sqld ? cpuMs(sqld.pid) : 0);
    const spentBefore = spent();
    const began = performance.now();
    await Promise.all(
      devices.map(async (device, index) => {
        const start = (every * index) / devices.length;
        for (let beat = 0; ; beat++) {
          const due = start + beat * every;
          if (due > seconds * 1000) return;
          await pause(Math.max(0, began + due - performance.now()));
          const from = performance.now();
          const isDone = await push(device).catch(() => false);
          times.push(performance.now() - from);
          if (isDone) changes += CHANGES_A_PUSH;
          else errors++;
        }
      }),
    );
    const took = (performance.now() - began) / 1000;
    times.sort((a, b) => a - b);
    const at = (share: number) => round(times[Math.floor(times.length * share)] ?? Number.NaN);
    return {
      devices: devices.length,
      "changes/s": Math.round(changes / took),
      errors,
      // Time waited for tells of the machine too; time worked tells of the server alone.
      "cpu ms a push": round((spent() - spentBefore) / times.length),
      "p50 ms": at(0.5),
      "p95 ms": at(0.95),
      "p99 ms": at(0.99),
      "max ms": round(times.at(-1) ?? Number.NaN),
      "p99 < 300": at(0.99) < 300 && errors === 0 ? "yes" : "no",
      load: round(loadavg()[0] ?? 0),
    };
  } finally {
    await api.stop();
  }
}

/** What a process has worked so far, where the system tells (Linux, a hundred ticks a second). */
function cpuMs(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Two new people and three edits of old ones. */
async function push(device: Device): Promise<boolean> {
  const stamp = formatStamp({ ms: Date.now(), counter: 0 }, device.cid);
  const muts: Mutation[] = [];
  for (let index = 0; index < CHANGES_A_PUSH; index++) {
    const old = device.ids[Math.floor(Math.random() * device.ids.length)];
    const isNew = index < 2 || old === undefined;
    if (!isNew && muts.some(({ id }) => id === old)) continue;
    const id = isNew ? uuidv7() : old;
    if (isNew) device.ids.push(id);
    const fields: Mutation["fields"] = isNew
      ? { fullName: [`Person ${id}`, stamp], company: ["Quillmark", stamp] }
      : { notes: [`seen ${stamp}`, stamp] };
    muts.push({ tbl: "people", id, ...(isNew && { create: true as const }), fields });
  }
  const n = device.n + 1;
  const { token, server, workspaceId } = device.session;
  const head = { proto: PROTOCOL, schema: SCHEMA, cid: device.cid, epoch: null, from: n, to: n };
  const answer = await fetch(`${server}/v1/w/${workspaceId}/push`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(packPush({ ...head, muts })),
  });
  const { last } = (await answer.json()) as { last?: number };
  if (last !== n) return false;
  device.n = n;
  return true;
}

function shown({ low, middle, high }: Spread): string {
  return `${round(middle)} (${round(low)}–${round(high)})`;
}

/** One table, a plan and, if asked for, a picture. */
async function showPullCost(): Promise<void> {
  const { costs, plan } = await pullCost(folder, Number(values.largest));
  console.table(
    costs.map(({ name, bySize }) => ({
      "ms, and where half of all lie": name,
      ...Object.fromEntries(
        Array.from(bySize, ([size, spread]) => [`${size} rows`, shown(spread)]),
      ),
    })),
  );
  console.log(`plan of a pull: ${plan}`);
  if (values.plot) {
    writeFileSync(values.plot, plot(costs, "What a pull costs (file, medians; bars: half of all)"));
  }
}
