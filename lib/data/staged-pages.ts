import type { StagedRecord } from "./db";

/** Some 2 MB each. */
const KEPT = 8;

/**
 * The pages this context staged itself and will unfold first: what was just written need not be read again.
 * A page is written once and never changed, so one whose number is still there is still right.
 */
export class StagedPages {
  private readonly pages = new Map<number, StagedRecord>();

  keep(page: StagedRecord): void {
    if (this.pages.size < KEPT) this.pages.set(page.id, page);
  }

  of(id: number): StagedRecord | undefined {
    return this.pages.get(id);
  }

  drop(id: number): void {
    this.pages.delete(id);
  }

  /** Of a transaction that came to nothing, the numbers may be given again. */
  clear(): void {
    this.pages.clear();
  }
}
