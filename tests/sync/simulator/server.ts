import {
  LIMITS,
  type ClientState,
  type PullPage,
  type PushAnswer,
  type PushBody,
  type SnapPage,
  type SyncRow,
} from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { packRows } from "@/lib/sync/packed-rows";
import type { PullRequest } from "@/lib/sync/client-state";
import { decidePush, mustReset, touchedKeys, type PushRules } from "@/lib/sync/server-merge";

type Kept = {
  rows: Map<string, SyncRow>;
  clients: Map<string, ClientState>;
  seq: number;
  floor: number;
  /** The lowest sequence a restore went back to; none in the first life. */
  restoredAt: number | undefined;
};

export type ServerOptions = Pick<PushRules, "maxSkew"> & {
  /** Rows that some devices may not write. */
  forbids: (cid: string, id: string) => boolean;
  pageRows: number;
  /** Planted: the floor is not looked at. */
  noFloor?: boolean;
  /** Planted: a window that is cut says that it ends where it was to. */
  cutUntold?: boolean;
};

/** The workspace in memory: `decidePush` over maps, pull and snapshot by sequence. */
export class Server {
  epoch = "e1";
  kept: Kept = { rows: new Map(), clients: new Map(), seq: 0, floor: 0, restoredAt: undefined };
  /** Rows whose tombstone was forgotten. */
  forgotten = new Set<string>();
  private backup: Kept | undefined;
  private lives = 1;

  constructor(readonly options: ServerOptions) {}

  /** Whether the last push was decided on, or only answered again. */
  accepted = false;

  push(body: PushBody, now: number): PushAnswer {
    const { kept, epoch, epochStart } = this;
    const { seq } = kept;
    const rows = new Map<string, SyncRow>();
    for (const key of touchedKeys(body).map(rowKey)) {
      const row = kept.rows.get(key);
      if (row) rows.set(key, row);
    }
    const state = { epoch, epochStart, seq, rows, client: kept.clients.get(body.cid) };
    const { maxSkew, forbids } = this.options;
    const refuse = ({ id }: { id: string }) => (forbids(body.cid, id) ? "forbidden" : undefined);
    const decision = decidePush(state, body, { maxSkew, refuse, now });
    if (decision.client) {
      kept.clients.set(body.cid, decision.client);
      kept.seq = decision.client.seq;
      for (const row of decision.rows) kept.rows.set(rowKey(row), row);
    }
    this.accepted = decision.client !== undefined;
    return decision.answer;
  }

  pull(request: Extract<PullRequest, { kind: "pull" }>, now: number): PullPage {
    const { seq, rows } = this.kept;
    const { since } = request;
    const page = { ...this.life(now), from: since };
    if (!this.options.noFloor && mustReset(since, this.kept)) {
      return { ...page, next: since, more: false, rows: packRows([]), reset: true };
    }
    const later = [...rows.values()].filter((row) => seqOf(row) > since);
    const found = later.sort((a, b) => seqOf(a) - seqOf(b)).slice(0, this.options.pageRows);
    const more = found.length < later.length;
    return { ...page, next: more ? seqOf(found.at(-1)) : seq, more, rows: packRows(found) };
  }

  snap(request: Extract<PullRequest, { kind: "snap" }>, now: number): SnapPage {
    const upto = request.upto ?? this.kept.seq;
    const before = request.before ?? upto + 1;
    const lowest = request.from ?? 0;
    const earlier = [...this.kept.rows.values()].filter(
      (row) => seqOf(row) <= upto && seqOf(row) < before && !row.del,
    );
    const wanted = earlier.filter((row) => seqOf(row) >= lowest);
    const found = wanted.sort((a, b) => seqOf(b) - seqOf(a)).slice(0, this.options.pageRows);
    const isWhole = found.length === wanted.length || this.options.cutUntold === true;
    const last = found.length > 0 ? seqOf(found.at(-1)) : 0;
    return {
      ...this.life(now),
      upto,
      before: request.before,
      next: isWhole && request.from !== undefined ? request.from : last,
      more: earlier.length > wanted.length || found.length < wanted.length,
      weight: (found.length / this.options.pageRows) * LIMITS.pageBytes,
      rows: packRows(found),
    };
  }

  /** Tombstones go, the floor rises to the last of them; a backup from before is of no more use. */
  collect(): void {
    for (const [key, row] of this.kept.rows) {
      if (!row.del) continue;
      this.kept.rows.delete(key);
      this.kept.floor = Math.max(this.kept.floor, seqOf(row));
      this.forgotten.add(key);
      this.backup = undefined;
    }
  }

  /** As to a device behind the floor. */
  reset(since: number, now: number): PullPage {
    return {
      ...this.life(now),
      from: since,
      next: since,
      more: false,
      rows: packRows([]),
      reset: true,
    };
  }

  keepBackup(): void {
    const { rows, clients } = this.kept;
    this.backup = { ...this.kept, rows: new Map(rows), clients: new Map(clients) };
  }

  /** Whether there was a backup to come back from. */
  restore(): boolean {
    if (!this.backup) return false;
    const { rows, clients } = this.backup;
    this.kept = { ...this.backup, rows: new Map(rows), clients: new Map(clients) };
    this.lives += 1;
    this.epoch = `e${this.lives}`;
    const { restoredAt, seq } = this.kept;
    this.kept.restoredAt = Math.min(restoredAt ?? seq, seq);
    return true;
  }

  private get epochStart(): number {
    return this.kept.restoredAt ?? 0;
  }

  private life(now: number) {
    return { epoch: this.epoch, epochStart: this.epochStart, now };
  }
}

function seqOf(row: SyncRow | undefined): number {
  return row?.seq ?? 0;
}
