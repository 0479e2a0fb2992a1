import { ApiError } from "./api-error";
import { sql, type Database } from "./database";

/** `max` calls per `seconds`, counted together by every instance of the server. */
export type Limit = { max: number; seconds: number };
export type Verdict = { allowed: boolean; retryAfter: number | null };

/** Counts one call under `key`, so that calls arriving together are all counted. */
export type Limits = { count(key: string, limit: Limit): Promise<Verdict> };

/** How often was called since the window began. */
export type Window = { count: number; since: number };

/** The window after one more call: the running one, or a new one when that is over. */
export function counted(window: Window | undefined, { seconds }: Limit, now: number): Window {
  if (!window || window.since <= now - seconds * 1000) return { count: 1, since: now };
  return { count: window.count + 1, since: window.since };
}

export function judge({ count, since }: Window, { max, seconds }: Limit, now: number): Verdict {
  if (count <= max) return { allowed: true, retryAfter: null };
  const wait = since + seconds * 1000 - now;
  return { allowed: false, retryAfter: Math.max(1, Math.ceil(wait / 1000)) };
}

/** In the database, in one statement. On Workers an object per key takes its place. */
export function tableLimits(database: Database, now: () => number): Limits {
  return {
    async count(key, limit) {
      const at = now();
      const oldest = at - limit.seconds * 1000;
      const [outcome] = await database.write([
        sql(
          `insert into rate_limit (key, count, since) values (?, 1, ?)
           on conflict (key) do update set
             count = iif(since <= ?, 1, count + 1),
             since = iif(since <= ?, excluded.since, since)
           returning count, since`,
          key,
          at,
          oldest,
          oldest,
        ),
      ]);
      const row = outcome?.rows[0];
      return judge({ count: Number(row?.count), since: Number(row?.since) }, limit, at);
    },
  };
}

/** Throws `too-many` with the seconds to wait. */
export async function demand(limits: Limits, key: string, limit: Limit): Promise<void> {
  const { allowed, retryAfter } = await limits.count(key, limit);
  if (!allowed) throw new ApiError("too-many", { retryAfter: retryAfter ?? limit.seconds });
}
