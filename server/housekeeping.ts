import { formatStamp } from "@/lib/sync/clock";
import { sql, type Database } from "./database";

const DAY_MS = 86_400_000;
/** How long a deletion is remembered, and a silent device's number. */
const KEPT_MS = 90 * DAY_MS;
/** How long a device may sleep and still learn that its account, or its team, is no more. */
const SLEEP_MS = 400 * DAY_MS;
/** How long an invitation nobody answered is shown as expired. */
const UNANSWERED_MS = 30 * DAY_MS;
/** An answer may come late; what a delivery still knows by then is ids and an address. */
const DELIVERY_KEPT_MS = 400 * DAY_MS;

/** Forgets what is past; safe at any moment and as often as one likes. */
export async function keepHouse(database: Database, now: number): Promise<void> {
  const old = now - KEPT_MS;
  const oldStamp = formatStamp({ ms: old, counter: 0 }, "0");
  // A tombstone's own stamp says when its row was deleted, whoever touched the row since.
  const forgotten = `del = 1 and (fv ->> '_del') < ?`;
  await database.write([
    sql(
      `update meta set floor = max(floor, coalesce((select max(seq) from rows
         where rows.workspace_id = meta.workspace_id and ${forgotten}), 0))`,
      oldStamp,
    ),
    sql(`delete from rows where ${forgotten}`, oldStamp),
    sql("delete from client where seen_at < ?", old),
    sql("delete from pairing where expires_at < ?", now),
    sql("delete from rate_limit where since < ?", now - DAY_MS),
    sql("delete from verification where expires_at < ?", now),
    sql("delete from invitation where expires_at < ?", now - UNANSWERED_MS),
    sql("delete from erased_token where at < ?", now - SLEEP_MS),
    sql(
      `delete from member where removed_at < ?
       and not exists (select 1 from workspace where workspace.id = member.workspace_id)`,
      now - SLEEP_MS,
    ),
    sql("delete from session where expires_at < ?", now),
    sql("delete from oauth_request where expires_at < ?", now),
    sql("delete from occurrence where done_at < ?", old),
    sql(
      "delete from email_delivery where sent_at < ? or (sent_at is null and created_at < ?)",
      now - DELIVERY_KEPT_MS,
      now - DELIVERY_KEPT_MS,
    ),
  ]);
}
