import type { SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { tablesOf, unpackRows } from "@/lib/sync/packed-rows";
import type { RejectedEdit, SyncMeta, SyncTx } from "@/lib/sync/client-state";
import type { Entry, OutboxRecord } from "@/lib/sync/overlay";
import type { RapportDb } from "./db";
import {
  entryOf,
  readBases,
  readEntries,
  shownEntry,
  tableOf,
  writeEntries,
  writePages,
} from "./entries";
import { readSyncMeta, writeSyncMeta } from "./meta";
import type { OutboxIndex } from "./outbox-index";
import { packRecord } from "./outbox-record";
import { tableNames } from "./shapes";
import { firstStaged, readStaged } from "./staged";
import type { StagedPages } from "./staged-pages";

/** The sync's storage port over Dexie. Every call belongs to the transaction around it. */
export function dexieTx(
  db: RapportDb,
  outbox: OutboxIndex,
  now: () => number,
  pages?: StagedPages,
): SyncTx {
  let meta: SyncMeta | undefined;

  const tx: SyncTx = {
    async readMeta() {
      meta ??= await readSyncMeta(db);
      return meta;
    },
    async writeMeta(next) {
      meta = next;
      await writeSyncMeta(db, next);
    },
    async records(after, through) {
      return db._outbox.where("n").between(after, through, false, true).toArray();
    },
    async pending() {
      return outbox.read((await tx.readMeta()).cid);
    },
    async putRecords(records: OutboxRecord[]) {
      outbox.clear();
      await db._outbox.bulkPut(records.map(packRecord));
    },
    async dropRecords(n) {
      await db._outbox.where("n").belowOrEqual(n).delete();
    },
    async addRejected(edits: RejectedEdit[]) {
      const at = new Date(now()).toISOString();
      await db._rejected.bulkAdd(edits.map((one) => ({ ...one, at })));
    },
    entries: (keys) => readEntries(db, keys),
    async hidden(keys) {
      const bases = await readBases(db, keys);
      return [...(await readEntries(db, [...bases.keys()])).values()];
    },
    putEntries: (entries) => writeEntries(db, entries),
    putPages: (entries) => writePages(db, entries),
    async markSeen(keys) {
      await db._pages.add({ keys: [...keys] });
    },
    async clearSeen() {
      await db._pages.clear();
    },
    async unseen() {
      const seen = new Set<string>();
      await db._pages.each(({ keys }) => {
        for (const key of keys) seen.add(key);
      });
      const held = await heldKeys(db);
      const left = held.filter((key) => !seen.has(key));
      return [...(await readEntries(db, left)).values()];
    },
    async stage(rows) {
      const id = await db._staged.add({ rows });
      pages?.keep({ id, rows }, (await tx.readMeta()).cid);
      await db._stagedIds.add({ id, ids: rows.ids.join(" "), tables: tablesOf(rows) });
    },
    stagedRows: (keys) => readStaged(db, keys),
    async nextStaged(rows) {
      const { cid } = await tx.readMeta();
      const found = await firstStaged(db, rows, (id) => pages?.of(id, cid));
      const overtaken = new Set(await db._overtaken.toCollection().primaryKeys());
      const isFree = (row: SyncRow) => overtaken.size === 0 || !overtaken.has(rowKey(row));
      return found.map(({ id, rows }) => ({
        id,
        count: rows.ids.length,
        rows: () => unpackRows(rows).filter(isFree),
        isMade: rows.seq.every((step) => step === 0),
      }));
    },
    async dropStaged(ids) {
      for (const id of ids) pages?.drop(id);
      await Promise.all([db._staged.bulkDelete([...ids]), db._stagedIds.bulkDelete([...ids])]);
    },
    async overtake(keys) {
      await db._overtaken.bulkPut(keys.map((key) => ({ key })));
    },
    async clearOvertaken() {
      await db._overtaken.clear();
    },
    serverRowsAbove: (seq) => serverRowsAbove(db, seq),
  };
  return tx;
}

async function heldKeys(db: RapportDb): Promise<string[]> {
  const keys = new Set<string>(await db._base.toCollection().primaryKeys());
  for (const key of await db._unknown.toCollection().primaryKeys()) keys.add(key);
  for (const tbl of tableNames) {
    const ids = await tableOf(db, tbl).toCollection().primaryKeys();
    for (const id of ids) keys.add(`${tbl}/${id}`);
  }
  return [...keys];
}

async function serverRowsAbove(db: RapportDb, seq: number): Promise<SyncRow[]> {
  const rows: SyncRow[] = [];
  const take = ({ base }: Entry) => {
    if ((base?.seq ?? 0) > seq) rows.push(base as SyncRow);
  };
  for (const tbl of tableNames) {
    await tableOf(db, tbl).each((row) => take(shownEntry(tbl, row)));
  }
  await db._base.each((record) => take(entryOf(record.key, record)));
  await db._unknown.each((record) => take(entryOf(record.key, record)));
  return rows;
}
