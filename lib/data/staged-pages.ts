import type { StagedRecord } from "./db";

/** With their rows read, some 2 MB each; all others are kept as the bytes they came in. */
const READ = 8;
const KEPT_BYTES = 48_000_000;

/**
 * The pages this context staged itself and will unfold first: what was just written need not be read again.
 * A page is written once and never changed, so one whose number is still there is still right, as long as the
 * database goes under the same device id: one brought back from a backup does not.
 */
export class StagedPages {
  private readonly pages = new Map<number, StagedRecord>();
  private cid = "";
  private bytes = 0;

  keep(page: StagedRecord, cid: string): void {
    if (cid !== this.cid) this.clear();
    this.cid = cid;
    const { id, rows } = page;
    const bytes = this.bytes + rows.data.length;
    if (this.pages.has(id) || bytes > KEPT_BYTES) return;
    this.bytes = bytes;
    // What was read of a page stays as long as the page itself; a copy has not been read.
    this.pages.set(id, this.pages.size < READ ? page : { id, rows: { ...rows } });
  }

  of(id: number, cid: string): StagedRecord | undefined {
    return cid === this.cid ? this.pages.get(id) : undefined;
  }

  drop(id: number): void {
    this.bytes -= this.pages.get(id)?.rows.data.length ?? 0;
    this.pages.delete(id);
  }

  /** Of a transaction that came to nothing, the numbers may be given again. */
  clear(): void {
    this.pages.clear();
    this.bytes = 0;
  }
}
