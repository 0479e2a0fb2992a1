import { LIMITS, type PackedRows, type PullPage, type SnapPage } from "./change";
import { rowKey } from "./row-key";
import type { Context, PullRequest, Step, SyncMeta, SyncTx } from "./client-state";
import { receive } from "./clock";
import { keysOf, latestOf, unpackRows } from "./packed-rows";
import { overlay, type Entry, type Pending } from "./overlay";
import { meetServer } from "./server-life";
import { bringIn, unfoldAll } from "./staging";

/** From the server to the rows: pages of changes, a snapshot where there is nothing to build on. */

export async function nextPull(tx: SyncTx): Promise<PullRequest> {
  const { epoch, since, snap } = await tx.readMeta();
  if (since !== null) return { kind: "pull", epoch, since };
  const limit = snap ? LIMITS.pageRows : LIMITS.firstPageRows;
  return { kind: "snap", epoch, upto: snap?.upto ?? null, before: snap?.before ?? null, limit };
}

/** Rows come from pulls only. */
export async function applyPull(
  tx: SyncTx,
  request: PullRequest,
  page: PullPage,
  context: Context,
): Promise<Step> {
  const before = await tx.readMeta();
  if (request.kind !== "pull" || before.since === null) return "stale";
  const met = await meetServer(tx, before, request.epoch, page, context);
  if (met.step) return met.step;
  const meta = met.meta;
  if (page.from !== meta.since) return "stale";
  if (page.reset) {
    await unfoldAll(tx, meta);
    await tx.clearSeen();
    await tx.writeMeta({ ...meta, since: null, snap: undefined, sweep: true });
    return "again";
  }

  const complete = !page.more;
  const through = complete ? passed(meta, page.next) : 0;
  await placeRows(tx, meta, page.rows, through);
  meta.since = page.next;
  if (complete) await finishPull(tx, meta, through);
  await tx.writeMeta(meta);
  return complete ? "done" : "again";
}

/** Newest first; the snapshot counts only after the first completed pull from its upper bound. */
export async function applySnap(
  tx: SyncTx,
  request: PullRequest,
  page: SnapPage,
  context: Context,
): Promise<Step> {
  const before = await tx.readMeta();
  if (request.kind !== "snap" || before.since !== null) return "stale";
  const met = await meetServer(tx, before, request.epoch, page, context);
  if (met.step) return met.step;
  const meta = met.meta;
  const { snap } = meta;
  if (page.before !== (snap?.before ?? null)) return "stale";
  if (snap && page.upto !== snap.upto) return "stale";

  // Made here and still waiting: pages of the server's would hold other words on the same rows.
  if (!snap) await unfoldAll(tx, meta);
  // What this device made and sent before may have been deleted since; a snapshot does not say so.
  if (!snap && meta.n > 0) meta.sweep = true;
  const isPart = snap !== undefined || page.more;
  if (isPart && !(await areOwn(tx, page.rows))) await stage(tx, meta, page.rows);
  else await placeRows(tx, meta, page.rows, 0);
  const pulled = (snap?.pulled ?? 0) + page.rows.ids.length;
  const about = Math.max(snap?.about ?? page.about ?? 0, pulled);
  if (page.more) meta.snap = { upto: page.upto, before: page.next, pulled, about };
  else {
    meta.snap = undefined;
    meta.since = page.upto;
  }
  await tx.writeMeta(meta);
  return "again";
}

/** One after the other; one that does not go on where the last one ended is left, and so is what comes after it. */
export async function applySnaps(
  tx: SyncTx,
  request: PullRequest,
  pages: readonly SnapPage[],
  context: Context,
): Promise<Step> {
  let step: Step = "stale";
  let next = request;
  for (const page of pages) {
    const taken = await applySnap(tx, next, page, context);
    if (taken === "stale") return step;
    step = taken;
    if (step !== "again") return step;
    next = await nextPull(tx);
  }
  return step;
}

async function placeRows(
  tx: SyncTx,
  meta: SyncMeta,
  packed: PackedRows,
  through: number,
): Promise<void> {
  if (packed.ids.length === 0) return;
  const pending = await tx.pending();
  const rows = unpackRows(packed);
  const entries = rows.map((row) => overlay(row, row, after(pending.get(rowKey(row)), through)));
  await tx.putEntries(entries);
  await named(tx, meta, packed);
  if (meta.staged) await tx.overtake(keysOf(packed));
}

/** Rows under this device's own edits are written in any case: a page of them need not wait first. */
async function areOwn(tx: SyncTx, packed: PackedRows): Promise<boolean> {
  const pending = await tx.pending();
  if (pending.size === 0) return false;
  const own = keysOf(packed).filter((key) => pending.has(key));
  return own.length * 2 > packed.ids.length;
}

/** One value instead of thousands: what is on disk can be read at once, and takes its place when there is time. */
async function stage(tx: SyncTx, meta: SyncMeta, packed: PackedRows): Promise<void> {
  if (packed.ids.length === 0) return;
  await tx.stage(packed);
  await named(tx, meta, packed);
  meta.staged = (meta.staged ?? 0) + packed.ids.length;
}

async function named(tx: SyncTx, meta: SyncMeta, packed: PackedRows): Promise<void> {
  meta.clock = receive(meta.clock, latestOf(packed));
  if (meta.sweep) await tx.markSeen(keysOf(packed));
}

function after(edits: ReturnType<Pending["get"]>, through: number): ReturnType<Pending["get"]> {
  return through === 0 ? edits : edits?.filter(({ n }) => n > through);
}

/** The last record that took effect at or before sequence `seq`. */
function passed(meta: SyncMeta, seq: number): number {
  return meta.acks.reduce((n, ack) => (ack.seq <= seq ? Math.max(n, ack.n) : n), 0);
}

/** Decided edits leave the overlay; rows the server no longer has leave the device. */
async function finishPull(tx: SyncTx, meta: SyncMeta, through: number): Promise<void> {
  if (through > 0) {
    const dropped = keysUpTo(await tx.pending(), through);
    await bringIn(tx, meta, dropped);
    await tx.dropRecords(through);
    meta.acks = meta.acks.filter(({ n }) => n > through);
    const isSure = meta.unsure === undefined;
    // A shown row came with the pages, as the server made it of these edits.
    const left = isSure ? await tx.hidden(dropped) : [...(await tx.entries(dropped)).values()];
    await settle(
      tx,
      left.map((entry) => (entry.base ? entry : unnamed(entry, meta))),
    );
    if (meta.unsure !== undefined && through >= meta.unsure) meta.unsure = undefined;
  }
  if (!meta.sweep) return;
  const gone = await tx.unseen();
  await settle(
    tx,
    gone.map((entry) => unnamed(entry, meta)),
  );
  await tx.clearSeen();
  meta.sweep = undefined;
  if (through < meta.n) meta.unsure = meta.n;
}

function keysUpTo(pending: Pending, through: number): string[] {
  return Array.from(pending, ([key, edits]) =>
    edits.some(({ n }) => n <= through) ? key : "",
  ).filter(Boolean);
}

/**
 * A row no answer named is deleted there, or was never there. A deletion this device knows of is
 * kept: it can still be undone, and it heals a server restored from before it.
 */
function unnamed({ tbl, id, local, base }: Entry, { since }: SyncMeta): Entry {
  if (base?.del) return { tbl, id, local, base };
  const tombstone = local?.del ? { ...local, seq: local.seq ?? since ?? 0 } : undefined;
  return { tbl, id, local, base: tombstone };
}

async function settle(tx: SyncTx, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const pending = await tx.pending();
  await tx.putEntries(
    entries.map((entry) => overlay(entry, entry.base, pending.get(rowKey(entry)))),
  );
}
