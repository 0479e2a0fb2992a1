import type { SyncRow } from "./change";
import { rowKey } from "./row-key";
import type { Step, SyncMeta, SyncTx } from "./client-state";
import { overlay } from "./overlay";

/**
 * Pages that were kept whole: of a snapshot, or of rows made here by the thousand. Their rows are the device's
 * already: whoever needs one brings it in first, and what took its place before them is not overwritten by them.
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
  const made = rows.filter(isMadeHere);
  if (made.length > 0) await placeMade(tx, made);
  if (made.length === rows.length) return;
  const pending = await tx.pending();
  const named = rows.filter((row) => !isMadeHere(row));
  await tx.putEntries(named.map((row) => overlay(row, row, pending.get(rowKey(row)))));
}

/** The server has given it no sequence. */
function isMadeHere({ seq }: SyncRow): boolean {
  return !seq;
}

/** They wait as they were made, and an edit would have brought them in: the outbox adds nothing to them. */
async function placeMade(tx: SyncTx, rows: readonly SyncRow[]): Promise<void> {
  const there = await tx.entries(rows.map(rowKey));
  const left = rows.filter((row) => !there.has(rowKey(row)));
  await tx.putEntries(
    left.map(({ seq: _, ...row }) => ({ tbl: row.tbl, id: row.id, local: row, base: undefined })),
  );
}
