import {
  indexPending,
  type OutboxRecord,
  type Pending,
  type PendingEdit,
} from "@/lib/sync/overlay";
import type { RapportDb } from "./db";

/**
 * The outbox by row, kept in memory between pages: a record is written once and read again for
 * every page, and after an import that is megabytes. Records are known by device id and number.
 */
export class OutboxIndex {
  private cid = "";
  private numbers = new Set<number>();
  private index = new Map<string, PendingEdit[]>();

  constructor(private readonly db: RapportDb) {}

  /** To be called inside a transaction. */
  async read(cid: string): Promise<Pending> {
    const present = await this.db._outbox.toCollection().primaryKeys();
    if (cid !== this.cid) this.clear();
    this.cid = cid;
    this.forget(new Set(present));
    const missing = present.filter((n) => !this.numbers.has(n));
    if (missing.length > 0) this.add(await this.db._outbox.bulkGet(missing));
    return this.index;
  }

  /** After records were rewritten, or a transaction that read its own writes failed. */
  clear(): void {
    this.numbers.clear();
    this.index.clear();
  }

  private add(records: readonly (OutboxRecord | undefined)[]): void {
    const found = records.filter((record) => record !== undefined);
    for (const [key, edits] of indexPending(found)) {
      const held = this.index.get(key);
      this.index.set(key, held ? [...held, ...edits].sort((a, b) => a.n - b.n) : edits);
    }
    for (const { n } of found) this.numbers.add(n);
  }

  private forget(present: ReadonlySet<number>): void {
    const gone = [...this.numbers].filter((n) => !present.has(n));
    if (gone.length === 0) return;
    for (const n of gone) this.numbers.delete(n);
    for (const [key, edits] of this.index) {
      const left = edits.filter(({ n }) => present.has(n));
      if (left.length === 0) this.index.delete(key);
      else if (left.length < edits.length) this.index.set(key, left);
    }
  }
}
