import type { SyncRow } from "./change";
import { rowKey } from "./row-key";
import type { Step, SyncMeta, SyncTx } from "./client-state";
import { overlay } from "./overlay";

/**
 * Pages of a snapshot that were kept whole. Their rows are the device's already: whoever needs one
 * brings it in first, and what took its place before them is not overwritten by them.
 */

/** The next page's rows take their places. `again`: more pages wait. */
export async function unfold(tx: SyncTx): Promise<Step> {
  const meta = { ...(await tx.readMeta()) };
  if (!meta.staged) return "done";
  await unfoldPage(tx, meta);
  await tx.writeMeta(meta);
  return meta.staged ? "again" : "done";
}

/** All at once: what comes next would not know of pages that wait. */
export async function unfoldAll(tx: SyncTx, meta: SyncMeta): Promise<void> {
  while (meta.staged) await unfoldPage(tx, meta);
}

/** Of these rows, those that wait take their places now. */
export async function bringIn(
  tx: SyncTx,
  meta: Pick<SyncMeta, "staged">,
  keys: readonly string[],
): Promise<void> {
  if (!meta.staged) return;
  const rows = await tx.stagedRows(keys);
  if (rows.length === 0) return;
  await place(tx, rows);
  await tx.overtake(rows.map(rowKey));
}

async function unfoldPage(tx: SyncTx, meta: SyncMeta): Promise<void> {
  const part = await tx.nextStaged();
  if (part) {
    await place(tx, part.rows);
    await tx.dropStaged(part.id);
    meta.staged = (meta.staged ?? 0) - part.count;
  }
  if (part && meta.staged) return;
  meta.staged = undefined;
  await tx.clearOvertaken();
}

async function place(tx: SyncTx, rows: readonly SyncRow[]): Promise<void> {
  const pending = await tx.pending();
  await tx.putEntries(rows.map((row) => overlay(row, row, pending.get(rowKey(row)))));
}
