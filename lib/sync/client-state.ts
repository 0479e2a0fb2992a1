import type { Mutation, PackedRows, SyncRow } from "./change";
import type { Clock } from "./clock";
import type { Entry, OutboxRecord, Pending } from "./overlay";

/**
 * What a device remembers of its sync, and the storage it asks for. Every transition (client-push,
 * client-pull, server-life) runs inside ONE transaction of this port, so a row never moves without
 * its cursor, its clock and its outbox. SPEC.md has the rules.
 */

export type SyncMeta = {
  cid: string;
  /** The last outbox record's number, and the last the server has decided on. */
  n: number;
  acked: number;
  /** Where decided records took effect: they leave the overlay once a completed pull has passed `seq`. */
  acks: { n: number; seq: number }[];
  clock: Clock;
  /** Server's time minus ours, ms. */
  offset: number;
  epoch: string | null;
  /** Everything up to here has been pulled; null: a snapshot is due. */
  since: number | null;
  /** A snapshot under way; rows it brought so far, and about how many there are. */
  snap?: { upto: number; before: number; pulled?: number; about?: number };
  /** Rows of a snapshot, or made here by the thousand, that wait in whole pages to take their places. */
  staged?: number;
  /** Rows the snapshot and the pull after it do not name are no longer on the server. */
  sweep?: boolean;
  /** Records up to here were still on their way at the last sweep: rows they made may be gone since. */
  unsure?: number;
};

export function newMeta(cid: string): SyncMeta {
  return {
    cid,
    n: 0,
    acked: 0,
    acks: [],
    clock: { ms: 0, counter: 0 },
    offset: 0,
    epoch: null,
    since: null,
  };
}

/**
 * `rows` are read out of the page when asked for, without those that were overtaken; `isMade`: the server has given
 * none of them a sequence.
 */
export type StagedPart = {
  id: number;
  rows: () => readonly SyncRow[];
  count: number;
  isMade: boolean;
};

export type RejectedEdit = { n: number; why: string; mutation: Mutation };

/** The device's storage inside one transaction. Keys are `rowKey`s. */
export interface SyncTx {
  readMeta(): Promise<SyncMeta>;
  writeMeta(meta: SyncMeta): Promise<void>;
  /** Records after number `after` up to number `through`, in order; a large outbox is read in parts. */
  records(after: number, through: number): Promise<OutboxRecord[]>;
  /** The whole outbox by row. */
  pending(): Promise<Pending>;
  putRecords(records: OutboxRecord[]): Promise<void>;
  /** Forgets records up to and with `n`. */
  dropRecords(n: number): Promise<void>;
  addRejected(edits: RejectedEdit[]): Promise<void>;
  /** Rows held, deleted ones included; a row not held is left out. */
  entries(keys: readonly string[]): Promise<Map<string, Entry>>;
  /** Of these rows, those that are not shown: deleted here, or known by the server's word alone. */
  hidden(keys: readonly string[]): Promise<Entry[]>;
  /** Entries without `local` and `base` are forgotten. */
  putEntries(entries: readonly Entry[]): Promise<void>;
  /** The same page by page, no row in two of them: the next is made ready while one is written. */
  putPages(pages: Iterable<readonly Entry[]>): Promise<void>;
  /** Rows the server's snapshot named, kept until the sweep. */
  markSeen(keys: readonly string[]): Promise<void>;
  clearSeen(): Promise<void>;
  unseen(): Promise<Entry[]>;
  /** Keeps a page of rows as one value. */
  stage(packed: PackedRows): Promise<void>;
  /** Of these rows, those that still wait in a staged page. */
  stagedRows(keys: readonly string[]): Promise<SyncRow[]>;
  /** The page staged first, and as many after it as hold some `rows` together. */
  nextStaged(rows: number): Promise<StagedPart[]>;
  dropStaged(ids: readonly number[]): Promise<void>;
  /** While pages wait: these rows took their places already, as staged or as they are now. */
  overtake(keys: readonly string[]): Promise<void>;
  clearOvertaken(): Promise<void>;
  /** Rows as the server held them above sequence `seq`, deleted ones included. */
  serverRowsAbove(seq: number): Promise<SyncRow[]>;
}

export type PullRequest =
  | { kind: "pull"; epoch: string | null; since: number }
  | {
      kind: "snap";
      epoch: string | null;
      upto: number | null;
      before: number | null;
      /** A window: rows from here on alone. */
      from?: number;
      limit: number;
    };

export type PushLimits = { muts: number; bytes: number };

/** `stale`: belongs to another moment, nothing done. `again`: there is more to ask. */
export type Step = "done" | "again" | "stale";

export type Context = { now: number; newCid: () => string; maxSkew?: number };
