import { formatStamp, MAX_SKEW_MS, receive, tick } from "@/lib/sync/clock";
import { SCHEMA, PROTOCOL, type Mutation, type PushBody } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { latestStamp } from "@/lib/sync/merge";
import type { Json } from "@/lib/sync/json";
import type { Deps } from "./app-env";
import { pushesTo } from "./pushes-repository";
import { hashToken } from "./token";

/** What the server itself changes in a notebook: registers of one row, as a device would. */
export type RowWrite = { tbl: string; id: string; create?: true; fields: Record<string, Json> };

/**
 * Writes rows the way a device does, through the sequencer, so that they reach every device. Each `effect` is
 * one record of a device of its own: the sync takes it once, however often it is sent (SPEC.md, PSH-2).
 * Its stamp comes after all the rows hold, and after `after`: what the asking device wrote and has not sent yet.
 */
export async function writeRows(
  { database, sequencer, now }: Pick<Deps, "database" | "sequencer" | "now">,
  to: { workspaceId: string; userId: string; effect: string; after?: number | undefined },
  writes: readonly RowWrite[],
): Promise<void> {
  const { workspaceId, userId, effect } = to;
  const cid = `m${(await hashToken(`${workspaceId}/${effect}`)).slice(0, 30)}`;
  const unstamped = bodyOf(cid, writes, formatStamp({ ms: 0, counter: 0 }, cid));
  const pushes = pushesTo(workspaceId);
  const standing = pushes.standingIn(await database.read(pushes.asking([unstamped])));
  if (standing.clients.size > 0) return;
  const at = now();
  const known = Math.min(to.after ?? 0, at + MAX_SKEW_MS);
  let clock = { ms: known, counter: 0 };
  for (const row of standing.rows.values()) clock = receive(clock, latestStamp(row));
  const stamp = formatStamp(tick(clock, at), cid);
  // A row that is not there takes no patch; a new one and one to be made are as they are.
  const wanted = writes.filter((one) => one.create || standing.rows.has(rowKey(one)));
  const body = bodyOf(cid, wanted, stamp);
  await sequencer.push({ workspaceId, userId, role: "owner", body });
}

function bodyOf(cid: string, writes: readonly RowWrite[], stamp: string): PushBody {
  const muts = writes.map(({ tbl, id, create, fields }): Mutation => {
    const stamped = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, [value, stamp] as [Json, string]]),
    );
    return { tbl, id, ...(create && { create }), fields: stamped };
  });
  return { proto: PROTOCOL, schema: SCHEMA, cid, epoch: null, from: 1, to: 1, muts };
}
