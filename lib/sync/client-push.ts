import { LIMITS, PROTOCOL, SCHEMA, type Mutation, type PushAnswer, type PushBody } from "./change";
import { rowKey } from "./row-key";
import type { Context, PushLimits, RejectedEdit, Step, SyncMeta, SyncTx } from "./client-state";
import { calm, receive, stampMs } from "./clock";
import { coalesce, overlay, weighMutation, type OutboxRecord } from "./overlay";
import { meetServer, renumber } from "./server-life";
import { bringIn } from "./staging";

/** From the outbox to the server, and what its answers do to the edits on their way. */

/** What comes after the last record decided on; or after record `after`, ahead of the answer about that one. */
export async function nextPush(
  tx: SyncTx,
  limits: PushLimits = { muts: LIMITS.pushMuts, bytes: LIMITS.pushBytes },
  after?: number,
): Promise<PushBody | undefined> {
  const meta = await tx.readMeta();
  const from = Math.max(meta.acked, after ?? 0);
  if (from >= meta.n) return undefined;
  const taken = await takeRecords(tx, { ...meta, acked: from }, limits);
  const [first] = taken;
  if (!first) return undefined;
  const to = taken.at(-1)?.n ?? first.n;
  const head = {
    proto: PROTOCOL,
    schema: SCHEMA,
    cid: meta.cid,
    epoch: meta.epoch,
    from: first.n,
    to,
    ...(to === meta.n && meta.since !== null && { since: meta.since }),
    ...(from > meta.acked && { ahead: true as const }),
  };
  if (first.columns) return { ...head, muts: [], columns: first.columns };
  return { ...head, muts: coalesce(taken) };
}

/**
 * As many whole records as fit, and at least one; read few at a time, for one may weigh a megabyte. One that
 * lies as columns goes alone, unread.
 */
async function takeRecords(
  tx: SyncTx,
  meta: SyncMeta,
  limits: PushLimits,
): Promise<OutboxRecord[]> {
  const taken: OutboxRecord[] = [];
  let muts = 0;
  let bytes = 0;
  for (let after = meta.acked, step = 1; after < meta.n; after += step, step *= 2) {
    for (const record of await tx.records(after, after + step)) {
      if (record.columns) return taken.length > 0 ? taken : [record];
      muts += record.muts.length;
      for (const mutation of record.muts) bytes += weighMutation(mutation);
      if (taken.length > 0 && (muts > limits.muts || bytes > limits.bytes)) return taken;
      taken.push(record);
    }
    if (muts >= limits.muts || bytes >= limits.bytes) return taken;
  }
  return taken;
}

/** An answer only marks: the edits stay over the rows until a completed pull has brought them back. */
export async function acknowledge(
  tx: SyncTx,
  body: PushBody,
  answer: PushAnswer,
  context: Context,
): Promise<Step> {
  const before = await tx.readMeta();
  if (body.cid !== before.cid) return "stale";
  const met = await meetServer(tx, before, body.epoch, answer, context);
  if (met.step) return met.step;
  const meta = met.meta;
  // More than was ever sent from here: this is an older copy of the database that sent it.
  if (answer.last > meta.n) {
    await renumber(tx, { ...meta, acks: [] }, [], context);
    return "again";
  }
  // To one sent ahead it may only say that the one before it was not there yet.
  if (answer.last < body.from - 1 && !body.ahead) {
    await renumber(tx, { ...meta, acks: [] }, [], context);
    return "again";
  }
  if (answer.last <= meta.acked) {
    await tx.writeMeta(meta);
    return "stale";
  }

  const spoiled = answer.rejected.length > 0 || answer.restamped !== undefined;
  if (spoiled) await settleSpoiled(tx, meta.acked, answer);
  meta.acks = [...meta.acks, { n: answer.last, seq: answer.seq }];
  meta.acked = answer.last;
  if (answer.restamped) meta.clock = receive(meta.clock, answer.restamped.stamp);
  // A clock that ran ahead may only come back once no edit with its stamps is still to be sent.
  if (meta.acked >= meta.n) meta.clock = calm(meta.clock, answer.now, context.maxSkew);
  await tx.writeMeta(meta);
  return meta.acked < meta.n ? "again" : "done";
}

/** A record the server cannot take goes to the list the person sees; its number is still sent, empty. */
export async function refuseRecord(tx: SyncTx, n: number, why: string): Promise<void> {
  const meta = await tx.readMeta();
  if (n <= meta.acked) return;
  const [record] = await tx.records(n - 1, n);
  if (!record || record.muts.length === 0) return;
  await tx.addRejected(record.muts.map((mutation) => ({ n, why, mutation })));
  await tx.putRecords([{ n, muts: [] }]);
  await recompute(tx, record.muts.map(rowKey));
}

/**
 * Rejected edits leave the overlay for the list; re-stamped ones take the server's stamp. Both were
 * decided on as they were sent, edits of one row folded into one, so they are kept folded: two values
 * of one field must not end under one stamp.
 */
async function settleSpoiled(tx: SyncTx, acked: number, answer: PushAnswer): Promise<void> {
  const why = new Map(answer.rejected.map((one) => [rowKey(one), one.why]));
  const records = await tx.records(acked, answer.last);
  const rejected: RejectedEdit[] = [];
  const kept: Mutation[] = [];
  const sent = coalesce(records);
  for (const mutation of sent) {
    const reason = why.get(rowKey(mutation));
    if (reason === undefined) kept.push(restampMutation(mutation, answer));
    else rejected.push({ n: answer.last, why: reason, mutation });
  }
  await tx.putRecords(
    records.map(({ n }): OutboxRecord => ({ n, muts: n === answer.last ? kept : [] })),
  );
  if (rejected.length > 0) await tx.addRejected(rejected);
  await recompute(tx, sent.map(rowKey));
}

function restampMutation(mutation: Mutation, { restamped }: PushAnswer): Mutation {
  if (!restamped) return mutation;
  const entries = Object.entries(mutation.fields);
  if (entries.every(([, [, stamp]]) => stampMs(stamp) <= restamped.over)) return mutation;
  const fields: Mutation["fields"] = {};
  for (const [field, [value, stamp]] of entries) {
    fields[field] = [value, stampMs(stamp) > restamped.over ? restamped.stamp : stamp];
  }
  return { ...mutation, fields };
}

async function recompute(tx: SyncTx, keys: readonly string[]): Promise<void> {
  await bringIn(tx, await tx.readMeta(), keys);
  const held = await tx.entries(keys);
  const pending = await tx.pending();
  await tx.putEntries(
    Array.from(held, ([key, entry]) => overlay(entry, entry.base, pending.get(key))),
  );
}
