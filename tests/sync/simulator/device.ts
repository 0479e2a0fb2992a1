import type { PackedRows, SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { packRows, unpackRows } from "@/lib/sync/packed-rows";
import { newMeta, type RejectedEdit, type SyncMeta, type SyncTx } from "@/lib/sync/client-state";
import { edit, type RowEdit } from "@/lib/sync/edit";
import { indexPending, type Entry, type OutboxRecord, type PendingEdit } from "@/lib/sync/overlay";

/** A device in memory: the same decisions as the real one, over maps. */
export class Device implements SyncTx {
  meta: SyncMeta;
  outbox: OutboxRecord[] = [];
  held = new Map<string, Entry>();
  seen = new Set<string>();
  staged: SyncRow[][] = [];
  overtaken = new Set<string>();
  rejected: RejectedEdit[] = [];
  skew: number;
  private index: Map<string, PendingEdit[]> | undefined;

  constructor(
    readonly name: string,
    skew: number,
  ) {
    this.meta = newMeta(`${name}0`);
    this.skew = skew;
  }

  /** `waiting`: rows that nobody has looked at yet are kept in a page of their own. */
  change(edits: RowEdit[], now: number, waiting = false): OutboxRecord[] {
    const { clock, n, cid, offset } = this.meta;
    const entryOf = (key: string) => this.held.get(key);
    const done = edit(edits, { clock, n, cid, now: now + this.skew + offset, entryOf });
    if (done.missing.length > 0) throw new Error("an edit of a row that is shown found none");
    this.outbox.push(...done.records);
    this.index = undefined;
    this.meta = { ...this.meta, clock: done.clock, n: done.n };
    const isFree = (key: string) => !this.held.has(key) && !this.overtaken.has(key);
    const made =
      waiting && !this.meta.snap ? done.entries.filter((entry) => isFree(rowKey(entry))) : [];
    for (const entry of done.entries)
      if (!made.includes(entry)) this.held.set(rowKey(entry), entry);
    if (made.length > 0) {
      this.staged.push([...unpackRows(packRows(made.flatMap(({ local }) => local ?? [])))]);
      this.meta.staged = (this.meta.staged ?? 0) + made.length;
    }
    return done.records;
  }

  /** What a screen lists: rows in their places, and those that still wait for them. */
  shown(): SyncRow[] {
    const waiting = this.staged.flat().filter((row) => !this.overtaken.has(rowKey(row)));
    const rows = waiting.filter((row) => !this.held.has(rowKey(row)));
    return [...rows, ...[...this.held.values()].flatMap(({ local }) => local ?? [])];
  }

  async readMeta() {
    return this.meta;
  }
  async writeMeta(meta: SyncMeta) {
    this.meta = meta;
  }
  async records(after: number, through: number) {
    return this.outbox.filter(({ n }) => n > after && n <= through);
  }
  async pending() {
    return (this.index ??= indexPending(this.outbox));
  }
  async putRecords(records: OutboxRecord[]) {
    const numbers = new Set(records.map(({ n }) => n));
    const kept = this.outbox.filter(({ n }) => !numbers.has(n));
    this.outbox = [...kept, ...records].sort((a, b) => a.n - b.n);
    this.index = undefined;
  }
  async dropRecords(through: number) {
    this.outbox = this.outbox.filter(({ n }) => n > through);
    this.index = undefined;
  }
  async addRejected(edits: RejectedEdit[]) {
    this.rejected.push(...edits);
  }
  async entries(keys: readonly string[]) {
    const found = keys.flatMap((key) => {
      const entry = this.held.get(key);
      return entry ? [[key, entry] as const] : [];
    });
    return new Map(found);
  }
  async hidden(keys: readonly string[]) {
    const entries = [...(await this.entries(keys)).values()];
    return entries.filter(({ local }) => !local || local.del);
  }
  async putEntries(entries: readonly Entry[]) {
    for (const entry of entries) {
      if (entry.local || entry.base) this.held.set(rowKey(entry), entry);
      else this.held.delete(rowKey(entry));
    }
  }
  async putPages(pages: Iterable<readonly Entry[]>) {
    for (const page of pages) await this.putEntries(page);
  }
  async markSeen(keys: readonly string[]) {
    for (const key of keys) this.seen.add(key);
  }
  async clearSeen() {
    this.seen.clear();
  }
  async unseen() {
    return [...this.held].flatMap(([key, entry]) => (this.seen.has(key) ? [] : [entry]));
  }
  async stage(packed: PackedRows) {
    this.staged.push([...unpackRows(packed)]);
  }
  async stagedRows(keys: readonly string[]) {
    const wanted = new Set(keys);
    return this.staged.flat().filter((row) => {
      const key = rowKey(row);
      return wanted.has(key) && !this.overtaken.has(key);
    });
  }
  async nextStaged(rows: number) {
    let left = rows;
    const pages = this.staged.filter((page) => {
      const isWanted = left > 0;
      left -= page.length;
      return isWanted;
    });
    return pages.map((page, id) => ({
      id,
      rows: () => page.filter((row) => !this.overtaken.has(rowKey(row))),
      count: page.length,
      isMade: page.every(({ seq }) => !seq),
    }));
  }
  async dropStaged(ids: readonly number[]) {
    this.staged.splice(0, ids.length);
  }
  async overtake(keys: readonly string[]) {
    for (const key of keys) this.overtaken.add(key);
  }
  async clearOvertaken() {
    this.overtaken.clear();
  }
  async serverRowsAbove(seq: number): Promise<SyncRow[]> {
    return [...this.held.values()].flatMap(({ base }) =>
      base && (base.seq ?? 0) > seq ? [base] : [],
    );
  }
}
