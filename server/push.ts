import { mayWrite, type Role } from "@/lib/model/role";
import { type Mutation, type PushAnswer, type PushBody, type SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { weigh, type Json } from "@/lib/sync/json";
import { decidePush, touchedKeys } from "@/lib/sync/server-merge";
import { ApiError } from "./api-error";
import type { Change, Standing } from "./pushes-repository";

/** A push as its sequencer gets it: plain data, since it may cross into a Durable Object. */
export type PushOrder = { workspaceId: string; userId: string; role: Role; body: PushBody };

/** What one push comes to: its answer, or why it gets none. */
export type Verdict = PushAnswer | ApiError;

/** sqld takes no bound value above 5 MB, and a row is never split. */
const ROW_BYTES = 2_000_000;
/** Each field brings its stamp, beside its value and its name. */
const STAMP_BYTES = 48;
/** SQLite reads JSON 1000 deep; nothing of ours is deeper than a handful. */
const DEPTH = 32;

/**
 * Decides pushes to one workspace one after the other, each on what the ones before it leave. The answers
 * hold once `change` is written; without one there is nothing to write and they hold at once.
 */
export function decideInTurn(
  before: Standing,
  orders: readonly PushOrder[],
  now: number,
): { verdicts: Verdict[]; change: Change | undefined } {
  const change: Change = { seq: before.life.seq, clients: new Map(), rows: new Map() };
  const clients = new Map(before.clients);
  const rows = new Map(before.rows);

  const verdicts = orders.map(({ userId, role, body }) => {
    const known = clients.get(body.cid);
    if (known && known.userId !== userId) return new ApiError("forbidden");
    const state = { ...before.life, seq: change.seq, client: known?.state };
    const decision = decidePush({ ...state, rows: touched(body, rows) }, body, {
      now,
      refuse: (mutation, current) => refuse(role, mutation, current),
    });
    if (decision.client) {
      const memory = { userId, state: decision.client };
      change.seq = decision.client.seq;
      change.clients.set(body.cid, memory);
      clients.set(body.cid, memory);
    }
    for (const row of decision.rows) {
      rows.set(rowKey(row), row);
      change.rows.set(rowKey(row), { ...row, by: userId });
    }
    return decision.answer;
  });
  return { verdicts, change: change.clients.size > 0 ? change : undefined };
}

function touched(body: PushBody, rows: Standing["rows"]): Standing["rows"] {
  const found = new Map<string, SyncRow>();
  for (const key of touchedKeys(body).map(rowKey)) {
    const row = rows.get(key);
    if (row) found.set(key, row);
  }
  return found;
}

function refuse(role: Role, mutation: Mutation, current: SyncRow | undefined): string | undefined {
  if (!mayWrite(role, mutation.tbl)) return "forbidden";
  let bytes = current ? weigh(current.data) + weigh(current.fv ?? {}) : 0;
  for (const field in mutation.fields) {
    const value = mutation.fields[field]?.[0] ?? null;
    if (deeper(value, DEPTH)) return "too-deep";
    bytes += weigh(field) + weigh(value) + STAMP_BYTES;
  }
  return bytes > ROW_BYTES ? "row-too-large" : undefined;
}

function deeper(value: Json, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeper(inner, levels - 1));
}
