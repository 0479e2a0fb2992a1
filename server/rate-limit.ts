import { ApiError } from "./api-error";
import { sql, type Database } from "./database";

/** `max` calls per `seconds`, counted together by every instance of the server. */
export type Limit = { max: number; seconds: number };
export type Verdict = { allowed: boolean; retryAfter: number | null };

/** Counts one call under `key`, in one statement, so that calls arriving together are all counted. */
export async function consume(
  database: Database,
  key: string,
  limit: Limit,
  now: number,
): Promise<Verdict> {
  const oldest = now - limit.seconds * 1000;
  const [outcome] = await database.write([
    sql(
      `insert into rate_limit (key, count, since) values (?, 1, ?)
       on conflict (key) do update set
         count = iif(since <= ?, 1, count + 1),
         since = iif(since <= ?, excluded.since, since)
       returning count, since`,
      key,
      now,
      oldest,
      oldest,
    ),
  ]);
  const row = outcome?.rows[0];
  if (Number(row?.count) <= limit.max) return { allowed: true, retryAfter: null };
  const wait = Number(row?.since) + limit.seconds * 1000 - now;
  return { allowed: false, retryAfter: Math.max(1, Math.ceil(wait / 1000)) };
}

/** Throws `too-many` with the seconds to wait. */
export async function demand(
  database: Database,
  key: string,
  limit: Limit,
  now: number,
): Promise<void> {
  const { allowed, retryAfter } = await consume(database, key, limit, now);
  if (!allowed) throw new ApiError("too-many", { retryAfter: retryAfter ?? limit.seconds });
}
