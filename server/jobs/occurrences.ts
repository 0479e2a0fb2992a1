import { uuidv7 } from "uuidv7";
import { sql, type Database, type Row } from "../database";

/** What is to be done, and what came of it. Doing it may begin more than once; its effects must bear that. */
export type Occurrence = {
  key: string;
  kind: string;
  payload: unknown;
  attempts: number;
  claim: string;
};

/** Longer than any one attempt takes; after it the next one may begin. */
export const LEASE_MS = 120_000;

/** Puts an occurrence down, or an open one to another moment. One under way stays as it is. */
export async function plan(
  database: Database,
  one: { key: string; kind: string; payload: unknown; dueAt: number },
): Promise<void> {
  await database.write([planStatement(one)]);
}

/** For a batch in which the occurrence stands or falls with what it is about. */
export function planStatement(one: { key: string; kind: string; payload: unknown; dueAt: number }) {
  return sql(
    `insert into occurrence (key, kind, payload, due_at, attempts) values (?, ?, ?, ?, 0)
     on conflict (key) do update set payload = excluded.payload, due_at = excluded.due_at,
       attempts = 0, done_at = null, outcome = null, claim = null, claimed_until = null
     where occurrence.done_at is not null or occurrence.claimed_until is null
       or occurrence.claimed_until <= excluded.due_at`,
    one.key,
    one.kind,
    JSON.stringify(one.payload),
    one.dueAt,
  );
}

/** Puts it down only if it never was: done once is done. True for the one caller who did. */
export async function planOnce(
  database: Database,
  one: { key: string; kind: string; payload: unknown; dueAt: number },
): Promise<boolean> {
  const [made] = await database.write([
    sql(
      `insert into occurrence (key, kind, payload, due_at, attempts) values (?, ?, ?, ?, 0)
       on conflict (key) do nothing returning key`,
      one.key,
      one.kind,
      JSON.stringify(one.payload),
      one.dueAt,
    ),
  ]);
  return made?.rows.length === 1;
}

/** Takes up to `limit` due ones; nobody else gets them before the lease is over. */
export async function claimDue(
  database: Database,
  now: number,
  limit: number,
): Promise<Occurrence[]> {
  const claim = uuidv7();
  const [taken] = await database.write([
    sql(
      `update occurrence set claim = ?, claimed_until = ?, attempts = attempts + 1 where key in (
         select key from occurrence where done_at is null and due_at <= ?
         and (claimed_until is null or claimed_until <= ?) order by due_at limit ?)
       returning key, kind, payload, attempts`,
      claim,
      now + LEASE_MS,
      now,
      now,
      limit,
    ),
  ]);
  return (taken?.rows ?? []).map((row) => occurrenceOf(row, claim));
}

/** When the next one is due or its lease ends; undefined when nothing is left to do. */
export async function nextDue(database: Database): Promise<number | undefined> {
  const [rows] = await database.read([
    sql(
      `select min(max(due_at, coalesce(claimed_until, 0))) at from occurrence where done_at is null`,
    ),
  ]);
  const at = rows?.[0]?.at;
  return at === null || at === undefined ? undefined : Number(at);
}

export async function finish(
  database: Database,
  { key, claim }: Occurrence,
  outcome: string,
  now: number,
): Promise<void> {
  await database.write([
    sql(
      `update occurrence set done_at = ?, outcome = ?, claim = null, claimed_until = null
       where key = ? and claim = ?`,
      now,
      outcome,
      key,
      claim,
    ),
  ]);
}

export async function putOff(
  database: Database,
  { key, claim }: Occurrence,
  { at, why, afresh }: { at: number; why: string; afresh?: true },
): Promise<void> {
  await database.write([
    sql(
      `update occurrence set due_at = ?, outcome = ?, attempts = iif(?, 0, attempts),
         claim = null, claimed_until = null where key = ? and claim = ?`,
      at,
      why,
      afresh ? 1 : 0,
      key,
      claim,
    ),
  ]);
}

function occurrenceOf({ key, kind, payload, attempts }: Row, claim: string): Occurrence {
  return {
    key: String(key),
    kind: String(kind),
    payload: JSON.parse(String(payload)),
    attempts: Number(attempts),
    claim,
  };
}
