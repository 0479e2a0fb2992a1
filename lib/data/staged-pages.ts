import type { StagedRecord } from "./db";

/** Some 2 MB each. */
const KEPT = 8;

/**
 * The pages this context staged itself and will unfold first: what was just written need not be read again.
 * A page is written once and never changed, so one whose number is still there is still right, as long as the
 * database goes under the same device id: one brought back from a backup does not.
 */
export class StagedPages {
  private readonly pages = new Map<number, StagedRecord>();
  private cid = "";

  keep(page: StagedRecord, cid: string): void {
    if (cid !== this.cid) this.clear();
    this.cid = cid;
    if (this.pages.size < KEPT) this.pages.set(page.id, page);
  }

  of(id: number, cid: string): StagedRecord | undefined {
    return cid === this.cid ? this.pages.get(id) : undefined;
  }

  drop(id: number): void {
    this.pages.delete(id);
  }

  /** Of a transaction that came to nothing, the numbers may be given again. */
  clear(): void {
    this.pages.clear();
  }
}
