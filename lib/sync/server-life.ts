import type { Mutation, SyncRow } from "./change";
import type { Context, Step, SyncMeta, SyncTx } from "./client-state";
import { registers } from "./merge";
import { intoRecords } from "./overlay";
import { unfoldAll } from "./staging";

/** Which server is answering: the one known, or one brought back from a backup (another epoch). */

type Answered = { epoch: string; epochStart: number; now: number };

/** The checks every answer passes first: is it of this moment, and is the server still the same one? */
export async function meetServer(
  tx: SyncTx,
  meta: SyncMeta,
  asked: string | null,
  answer: Answered,
  context: Context,
): Promise<{ step?: Step; meta: SyncMeta }> {
  if (asked !== null && asked !== meta.epoch) return { step: "stale", meta };
  const known = { ...meta, offset: answer.now - context.now };
  if (answer.epoch === meta.epoch) return { meta: known };
  if (meta.epoch === null) return { meta: { ...known, epoch: answer.epoch } };
  if (asked === null) return { step: "stale", meta };
  await healServer(tx, known, answer, context);
  return { step: "again", meta: known };
}

/** The server was restored: rows newer than its backup go back to it, and a snapshot follows. */
async function healServer(
  tx: SyncTx,
  meta: SyncMeta,
  answer: Answered,
  context: Context,
): Promise<void> {
  await unfoldAll(tx, meta);
  const rows = await tx.serverRowsAbove(answer.epochStart);
  const { epoch } = answer;
  await tx.clearSeen();
  const restart = { ...meta, epoch, since: null, snap: undefined, sweep: true };
  await renumber(tx, restart, rows.map(asMutation), context);
}

/** As another device: a new id, and after `first` everything not yet dropped, sent again under new numbers. */
export async function renumber(
  tx: SyncTx,
  meta: SyncMeta,
  first: readonly Mutation[],
  context: Pick<Context, "newCid">,
): Promise<void> {
  const old = await tx.records(0, Number.POSITIVE_INFINITY);
  const healing = intoRecords(first, 1);
  const again = old.map(({ muts }, index) => ({ n: healing.length + index + 1, muts }));
  await tx.dropRecords(Number.POSITIVE_INFINITY);
  await tx.putRecords([...healing, ...again]);
  const n = healing.length + again.length;
  const unsure = meta.unsure === undefined ? undefined : n;
  await tx.writeMeta({ ...meta, cid: context.newCid(), n, acked: 0, acks: [], unsure });
}

function asMutation(row: SyncRow): Mutation {
  const fields: Mutation["fields"] = {};
  for (const [field, value, stamp] of registers(row)) fields[field] = [value, stamp];
  return { tbl: row.tbl, id: row.id, create: true, fields };
}
