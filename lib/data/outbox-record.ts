import type { PushColumns } from "@/lib/sync/change";
import type { OutboxRecord } from "@/lib/sync/overlay";
import { packMutations, unpackMutations } from "@/lib/sync/mutation-columns";

/**
 * How a large record lies in the outbox: as the columns in which it will travel. It is written and read some
 * ten times faster than a pair per field, and leaves as it lies.
 */
export type PackedRecord = { n: number; columns: PushColumns };

/** Smaller ones are folded with their neighbours before they leave. */
const WORTH_PACKING = 250;

export function packRecord(record: OutboxRecord): OutboxRecord | PackedRecord {
  if (record.columns) return { n: record.n, columns: record.columns };
  if (record.muts.length < WORTH_PACKING) return record;
  return { n: record.n, columns: packMutations(record.muts) };
}

/** The record with its mutations, read out of the columns when somebody asks for them. */
export function openRecord(stored: OutboxRecord | PackedRecord): OutboxRecord {
  return "muts" in stored ? stored : new OpenedRecord(stored);
}

class OpenedRecord implements OutboxRecord {
  readonly n: number;
  readonly columns: PushColumns;
  #muts: OutboxRecord["muts"] | undefined;

  constructor({ n, columns }: PackedRecord) {
    this.n = n;
    this.columns = columns;
  }

  get muts(): OutboxRecord["muts"] {
    return (this.#muts ??= unpackMutations(this.columns));
  }
}
