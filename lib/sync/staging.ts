import type { SyncRow } from "./change";
import { rowKey } from "./row-key";
import type { StagedPart, Step, SyncMeta, SyncTx } from "./client-state";
import { overlay, type Entry, type Pending } from "./overlay";

/**
 * Pages that were kept whole: of a snapshot, or of rows made here by the thousand. Their rows are the device's
 * already: whoever needs one brings it in first, and what took its place before them is not overwritten by them.
 */

/**
 * The next page's rows take their places, or those of as many pages as hold some `rows` of them, in one stroke:
 * cheaper than page by page, and so long nobody else reads these tables. `again`: more pages wait.
 */
export async function unfold(tx: SyncTx, rows = 1): Promise<Step> {
  const meta = { ...(await tx.readMeta()) };
  if (!meta.staged) return "done";
  await unfoldPages(tx, meta, rows);
  await tx.writeMeta(meta);
  return meta.staged ? "again" : "done";
}

/** All at once: what comes next would not know of pages that wait. */
export async function unfoldAll(tx: SyncTx, meta: SyncMeta): Promise<void> {
  while (meta.staged) await unfoldPages(tx, meta, 1);
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
  await place(tx, [{ rows: () => rows, isMade: rows.every(isMadeHere) }]);
  await tx.overtake(rows.map(rowKey));
}

async function unfoldPages(tx: SyncTx, meta: SyncMeta, rows: number): Promise<void> {
  const parts = await tx.nextStaged(rows);
  await place(tx, parts);
  await tx.dropStaged(parts.map(({ id }) => id));
  for (const { count } of parts) meta.staged = (meta.staged ?? 0) - count;
  if (parts.length > 0 && meta.staged) return;
  meta.staged = undefined;
  await tx.clearOvertaken();
}

type Part = Pick<StagedPart, "rows" | "isMade">;
const NOTHING: Pending = new Map();

async function place(tx: SyncTx, parts: readonly Part[]): Promise<void> {
  const made: SyncRow[] = [];
  // After a large import the outbox is large, and of what was made here it says nothing new.
  const pending = parts.every(({ isMade }) => isMade) ? NOTHING : await tx.pending();
  function* named(): Generator<Entry[]> {
    for (const part of parts) {
      const entries: Entry[] = [];
      for (const row of part.rows()) {
        if (isMadeHere(row)) made.push(row);
        else entries.push(overlay(row, row, pending.get(rowKey(row))));
      }
      if (entries.length > 0) yield entries;
    }
  }
  await tx.putPages(named());
  if (made.length > 0) await placeMade(tx, made);
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
