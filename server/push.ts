import { mayWrite, type Role } from "@/lib/model/role";
import type { Mutation, PushAnswer, PushBody, SyncRow } from "@/lib/sync/change";
import { weigh, type Json } from "@/lib/sync/json";
import { decidePush } from "@/lib/sync/server-merge";
import { ApiError } from "./api-error";
import type { Database } from "./database";
import { rowsOf } from "./rows-repository";

/** A push as its sequencer gets it: plain data, since it may cross into a Durable Object. */
export type PushOrder = { workspaceId: string; userId: string; role: Role; body: PushBody };

/** sqld takes no bound value above 5 MB, and a row is never split. */
const ROW_BYTES = 2_000_000;
/** SQLite reads JSON 1000 deep; nothing of ours is deeper than a handful. */
const DEPTH = 32;
/** Two writers that keep meeting part ways after pauses drawn at random. */
const TRIES = 8;
const PAUSE_MS = 20;

/** Reads, decides, writes; again if another writer was faster, since the batch says so. */
export async function applyPush(
  database: Database,
  order: PushOrder,
  now: () => number,
): Promise<PushAnswer> {
  const rows = rowsOf(database, order.workspaceId);
  const { body, userId } = order;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { state, owner } = await rows.pushState(body);
    if (owner !== undefined && owner !== userId) throw new ApiError("forbidden");
    const at = now();
    const decision = decidePush(state, body, {
      now: at,
      refuse: (mutation, current) => refuse(order.role, mutation, current),
    });
    if (await rows.commit(state, decision, { cid: body.cid, userId, now: at })) {
      return decision.answer;
    }
    await pause(Math.random() * PAUSE_MS * (attempt + 1));
  }
  throw new ApiError("conflict");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function refuse(role: Role, mutation: Mutation, current: SyncRow | undefined): string | undefined {
  if (!mayWrite(role, mutation.tbl)) return "forbidden";
  const values = Object.values(mutation.fields).map(([value]) => value);
  if (values.some((value) => deeper(value, DEPTH))) return "too-deep";
  const held = current ? weigh(current.data) + weigh(current.fv ?? {}) : 0;
  // Each field brings its stamp of some 40 characters, beside its value and its name.
  const brought = weigh(mutation.fields);
  return held + brought > ROW_BYTES ? "row-too-large" : undefined;
}

function deeper(value: Json, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeper(inner, levels - 1));
}
