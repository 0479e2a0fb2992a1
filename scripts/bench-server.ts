import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Session } from "@/lib/cloud/session";
import { PROTOCOL, SCHEMA, type Mutation } from "@/lib/sync/change";
import { formatStamp, newClientId } from "@/lib/sync/clock";
import { packPush } from "@/lib/sync/push-wire";
import { openFile } from "@/server/database-file";
import { migrate } from "@/server/migrate";
import { rowsOf } from "@/server/rows-repository";
import { startSqld } from "@/server/sqld";
import { sql } from "@/server/database";
import { uuidv7 } from "uuidv7";
import { startApiProcess } from "./api-process";
import { ADDRESS_HEADER, pairedSessions } from "./bench-sync/sessions";
import { median, round } from "./measure";

/**
 * `npm run bench:server`: 200 devices in 50 workspaces pushing 500 changes a second in all, on the file and on
 * sqld, and what a pull costs as a workspace grows. `--seconds`, `--only file|sqld|pull` for a part of it.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "20" },
    only: { type: "string" },
    largest: { type: "string", default: "1000000" },
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
      rows.push({ on: "sqld", ...(await load(join(folder, "remote"), sqld.url)) });
    } finally {
      await sqld.stop();
    }
  }
  if (rows.length > 0) console.table(rows);
  if (wanted("pull")) await pullCost();
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

type Device = { session: Session; cid: string; n: number; ids: string[] };

/** Every device on a beat of its own, whatever became of its last push: nobody waits for a slow server. */
async function load(dataDir: string, databaseUrl?: string) {
  const api = await startApiProcess(dataDir, 0, {
    CLIENT_IP_HEADER: ADDRESS_HEADER,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
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

async function middleTime(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 9; run++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return round(median(times));
}

/** A workspace of each size in one file: what a delta, an empty pull and a snapshot's first page cost there. */
async function pullCost(): Promise<void> {
  const database = await openFile(join(folder, "pull.db"));
  await migrate(database);
  const sizes = [1000, 10_000, 100_000, 1_000_000].filter((size) => size <= Number(values.largest));
  const figures: Record<string, unknown>[] = [];
  for (const size of sizes) {
    const workspace = `size-${size}`;
    await database.write([
      sql("insert into meta (workspace_id, seq, epoch) values (?, ?, 'e')", workspace, size),
      sql(
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
         insert into rows (workspace_id, seq, tbl, id, hlc, del, data, by)
         select ?, i, 'people', printf('0190b0c0-0000-7000-8000-%012d', i), '0mjwaid1k000-bench', 0,
           json_object('fullName', 'Person ' || i, 'company', 'Quillmark', 'notes', hex(randomblob(120))), 'u'
         from n`,
        size,
        workspace,
      ),
    ]);
    const repository = rowsOf(database, workspace);
    const page = { rows: 2000, bytes: 1_000_000 };
    figures.push({
      rows: size,
      "empty pull ms": await middleTime(() => repository.after(size, page)),
      "100 rows ms": await middleTime(() => repository.after(size - 100, page)),
      "page of 2000 ms": await middleTime(() => repository.after(Math.max(0, size - 2000), page)),
      "first 500, newest ms": await middleTime(() =>
        repository.newest(size, null, { ...page, rows: 500 }),
      ),
    });
  }
  console.table(figures);
  const [plan] = await database.read([
    sql(
      "explain query plan select * from rows where workspace_id = ? and seq > ? order by seq limit ?",
      "size-1000",
      1,
      2001,
    ),
  ]);
  console.log(`plan of a pull: ${plan?.map(({ detail }) => String(detail)).join("; ")}`);
  database.close();
}
