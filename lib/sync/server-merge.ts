import type { ClientState, Mutation, PushAnswer, PushBody, Rejection, SyncRow } from "./change";
import { rowKey } from "./row-key";
import { formatStamp, MAX_SKEW_MS, parseStamp, receive, stampMs, tick, type Stamp } from "./clock";
import { applyMutation, latestStamp } from "./merge";

/** What the server read, under its sequencer, before deciding on a push. */
export type PushState = {
  epoch: string;
  epochStart: number;
  /** The workspace's sequence. */
  seq: number;
  /** What is remembered of this device; none at its first push. */
  client: ClientState | undefined;
  /** The rows named in `touchedKeys(body)` that exist, deleted ones included, by `rowKey`. */
  rows: ReadonlyMap<string, SyncRow>;
};

/** What to write, in one batch, if `client` is there; then `answer` is the response. */
export type PushDecision = {
  answer: PushAnswer;
  /** Whole rows, each with its new `seq`: they take the place of the row of the same key. */
  rows: SyncRow[];
  /** The device's new memory; undefined when nothing is to be written. */
  client: ClientState | undefined;
};

export type PushRules = {
  now: number;
  maxSkew?: number;
  /** Why this device may not make this change (a code such as "forbidden"); undefined if it may. */
  refuse?: (mutation: Mutation, current: SyncRow | undefined) => string | undefined;
};

export function touchedKeys(body: PushBody): { tbl: string; id: string }[] {
  return body.muts.map(({ tbl, id }) => ({ tbl, id }));
}

/** No stamp is later: the device's last answer replaced none, its last given stamp is only remembered. */
const NOTHING = Number.MAX_SAFE_INTEGER;

/** The whole decision of a push, without a clock or a database. */
export function decidePush(state: PushState, body: PushBody, rules: PushRules): PushDecision {
  const last = state.client?.last ?? 0;
  const otherLife = body.epoch !== null && body.epoch !== state.epoch;
  const isInTurn = body.from === last + 1 && body.to >= body.from;
  if (otherLife || !isInTurn || (body.ahead && mustBeHeard(state.client))) {
    return { answer: repeat(state, rules.now), rows: [], client: undefined };
  }

  const limit = rules.now + (rules.maxSkew ?? MAX_SKEW_MS);
  const stamp = serverStamp(state, body.cid, rules.now);
  const rejected: Rejection[] = [];
  const changed = new Map<string, SyncRow>();
  let restamped = false;

  for (const sent of body.muts) {
    const key = rowKey(sent);
    const current = changed.get(key) ?? state.rows.get(key);
    const mutation = clamp(sent, limit, stamp);
    const next = applyMutation(current, mutation);
    const why = rules.refuse?.(sent, current) ?? (next ? undefined : "unknown-row");
    if (mutation !== sent) restamped = true;
    if (why !== undefined) rejected.push({ tbl: sent.tbl, id: sent.id, why });
    else if (next && next !== current) changed.set(key, next);
  }

  let seq = state.seq;
  const rows = Array.from(changed.values(), (row) => ({ ...row, seq: ++seq }));
  const client: ClientState = { last: body.to, seq, rejected };
  const before = state.client?.restamped?.stamp;
  if (restamped) client.restamped = { over: limit, stamp };
  else if (before !== undefined) client.restamped = { over: NOTHING, stamp: before };
  return { answer: repeat({ ...state, client }, rules.now), rows, client };
}

/** A later answer would take this one's place: the device has to hear it first. */
function mustBeHeard(client: ClientState | undefined): boolean {
  if (!client) return false;
  return client.rejected.length > 0 || isTold(client.restamped);
}

/** Not only remembered. */
function isTold(restamped: ClientState["restamped"]): boolean {
  return restamped !== undefined && restamped.over < NOTHING;
}

/** A push seen before, or one that leaves a gap, gets the last answer again and changes nothing. */
function repeat(state: PushState, now: number): PushAnswer {
  const { last, seq, rejected, restamped } = state.client ?? {
    last: 0,
    seq: state.seq,
    rejected: [],
  };
  const answer = { epoch: state.epoch, epochStart: state.epochStart, now, last, seq, rejected };
  return isTold(restamped) ? { ...answer, restamped } : answer;
}

/**
 * Later than what the touched rows hold and than the one given to this device before, so that the
 * edit that came last wins; its node is not the device's, so no tie arises.
 */
function serverStamp({ client, rows }: PushState, cid: string, now: number): Stamp {
  let seen = client?.restamped ? parseStamp(client.restamped.stamp) : { ms: 0, counter: 0 };
  for (const row of rows.values()) seen = receive(seen, latestStamp(row));
  return formatStamp(tick(seen, now), `${cid}~`);
}

function clamp(mutation: Mutation, limit: number, stamp: Stamp): Mutation {
  if (!isAhead(mutation, limit)) return mutation;
  const fields: Mutation["fields"] = {};
  for (const [field, [value, own]] of Object.entries(mutation.fields)) {
    fields[field] = [value, stampMs(own) > limit ? stamp : own];
  }
  return { ...mutation, fields };
}

/** Most of a row's fields bear one stamp: it is read once. */
function isAhead({ fields }: Mutation, limit: number): boolean {
  let judged: Stamp | undefined;
  for (const field in fields) {
    const own = fields[field]?.[1];
    if (own === undefined || own === judged) continue;
    if (stampMs(own) > limit) return true;
    judged = own;
  }
  return false;
}

/** A device behind the floor missed deletions already forgotten; one ahead knows another server. */
export function mustReset(since: number, server: { floor: number; seq: number }): boolean {
  return since < server.floor || since > server.seq;
}
