import type { PullPage, PushAnswer, PushBody, SnapPage, SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { applyPull, applySnap } from "@/lib/sync/client-pull";
import { acknowledge } from "@/lib/sync/client-push";
import type { Context, PullRequest } from "@/lib/sync/client-state";
import { packRows, unpackRows } from "@/lib/sync/packed-rows";
import { calm, type Clock } from "@/lib/sync/clock";
import { createdRow } from "@/lib/sync/merge";
import { overlay } from "@/lib/sync/overlay";
import type { Device } from "./device";
import type { Fault } from "./faults";
import type { Server } from "./server";

/** The device's and the server's steps, right or with one fault planted. */

export type Rules = { fault: Fault | undefined; maxSkew: number };

/** Rows whose cursor was written before them (`cursorFirst`); a crash loses them. */
export type Volatile = { rows: SyncRow[] };

/** Mistakes of what a device keeps, for its whole life. */
export function plantInStorage(device: Device, fault: Fault | undefined): void {
  if (fault === "noHeal") device.serverRowsAbove = async () => [];
  if (fault === "unfoldOvertakes") device.overtake = async () => undefined;
  if (fault === "pageLost") device.stage = async () => undefined;
  if (fault === "notBroughtIn") device.stagedRows = async () => [];
}

export async function takeAnswer(
  device: Device,
  body: PushBody,
  given: PushAnswer,
  context: Context,
  { fault, maxSkew }: Rules,
): Promise<void> {
  const before = device.meta;
  const answer = { ...given };
  if (fault === "ackByCount") {
    answer.last = Math.min(before.n, before.acked + body.to - body.from + 1);
  }
  if (fault === "restampIgnored") answer.restamped = undefined;
  const step = await acknowledge(device, body, answer, context);
  if (fault === "noRecv") unadvance(device, before.clock);
  if (fault === "calmTooSoon") {
    device.meta = { ...device.meta, clock: calm(device.meta.clock, answer.now, maxSkew) };
  }
  if (step === "stale") return;
  if (fault === "dropAcked") await dropAcked(device);
  if (fault === "promoteOnAck") await promote(device, body, answer);
}

export async function takePage(
  device: Device,
  request: PullRequest,
  page: PullPage | SnapPage,
  context: Context,
  { fault }: Rules,
  volatile: Volatile,
  serverSeq: number,
): Promise<void> {
  const { clock, staged } = device.meta;
  const seen = new Set(device.seen);
  const sent = [...unpackRows(page.rows)];
  const rows = fault === "skipPending" ? await withoutPending(device, sent) : sent;
  if ("upto" in page) {
    const wasTaken = device.meta.since === null;
    const wanted = device.meta.snap?.before ?? null;
    const before = fault === "windowSkipped" && page.before !== null ? wanted : page.before;
    await applySnap(device, request, { ...page, before, rows: packRows(rows) }, context);
    const isOver = wasTaken && device.meta.since !== null;
    if (isOver && fault === "snapEndsAtNow") device.meta = { ...device.meta, since: serverSeq };
    if (isOver && fault === "noCatchup") await finishAt(device, page, context);
  } else {
    const since = device.meta.since ?? 0;
    const from = fault === "staleCursor" ? since : page.from;
    const more = fault === "dropMidPage" ? false : page.more;
    const now = fault === "cursorFirst" ? [] : rows;
    const step = await applyPull(
      device,
      request,
      { ...page, rows: packRows(now), from, more },
      context,
    );
    if (fault === "cursorFirst" && step !== "stale") volatile.rows = rows;
  }
  const hasStaged = (device.meta.staged ?? 0) > (staged ?? 0);
  if (fault === "noRecv") unadvance(device, clock);
  if (fault === "stagedUnseen" && hasStaged) device.seen = seen;
  if (fault === "noSweep") device.meta = { ...device.meta, sweep: undefined };
}

export async function takeLater(device: Device, volatile: Volatile): Promise<void> {
  const pending = await device.pending();
  const { rows } = volatile;
  volatile.rows = [];
  await device.putEntries(rows.map((row) => overlay(row, row, pending.get(rowKey(row)))));
}

export function faultyPush(server: Server, body: PushBody, fault: Fault | undefined): PushBody {
  const { clients } = server.kept;
  const client = clients.get(body.cid);
  if (fault === "noDedupe" && client) clients.set(body.cid, { ...client, last: body.from - 1 });
  if (fault === "forgetsAnswer" && client && body.from <= client.last) {
    clients.set(body.cid, { ...client, rejected: [] });
  }
  if (fault === "unheard") return { ...body, ahead: undefined };
  if (fault !== "patchCreates") return body;
  return { ...body, muts: body.muts.map((one) => Object.assign({ create: true }, one)) };
}

async function withoutPending(device: Device, rows: SyncRow[]): Promise<SyncRow[]> {
  const pending = await device.pending();
  return rows.filter((row) => !pending.has(rowKey(row)));
}

async function finishAt(device: Device, page: SnapPage, context: Context): Promise<void> {
  const { upto } = page;
  const request = { kind: "pull", epoch: page.epoch, since: upto } as const;
  const done = { ...page, from: upto, next: upto, more: false, rows: packRows([]) };
  await applyPull(device, request, done, context);
}

function unadvance(device: Device, before: Clock): void {
  const { clock } = device.meta;
  const isLater =
    clock.ms > before.ms || (clock.ms === before.ms && clock.counter > before.counter);
  if (isLater) device.meta = { ...device.meta, clock: before };
}

async function dropAcked(device: Device): Promise<void> {
  await device.dropRecords(device.meta.acked);
  const pending = await device.pending();
  const entries = [...device.held.values()];
  await device.putEntries(
    entries.map((entry) => overlay(entry, entry.base, pending.get(rowKey(entry)))),
  );
}

async function promote(device: Device, body: PushBody, answer: PushAnswer): Promise<void> {
  for (const mutation of body.muts) {
    const key = rowKey(mutation);
    const entry = device.held.get(key);
    const visible = entry?.local && !entry.local.del ? entry.local : undefined;
    const row = visible ?? (mutation.create ? createdRow(mutation) : undefined);
    if (!row) continue;
    const local = { ...row, seq: answer.seq };
    device.held.set(key, { tbl: row.tbl, id: row.id, local, base: local });
  }
}
