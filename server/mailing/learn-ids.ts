import { sql } from "../database";
import type { Mailbox } from "../integrations/mailbox";
import type { Integration } from "./mailboxes";
import type { Office } from "./office";

const DAY_MS = 86_400_000;

/**
 * Graph takes a mail without a word about it. What it is called there, and the conversation it belongs to, are
 * looked up afterwards among the sent ones, so that an answer is known by more than its sender.
 */
export async function settleIds(
  { database, now }: Office,
  { id }: Integration,
  box: Mailbox,
): Promise<void> {
  if (!box.findSent) return;
  const [rows] = await database.read([
    sql(
      `select marker, address, sent_at at from email_delivery
       where integration_id = ? and provider_id is null and sent_at > ? limit 20`,
      id,
      now() - DAY_MS,
    ),
  ]);
  for (const { marker, address, at } of rows ?? []) {
    const found = await box.findSent({
      marker: String(marker),
      since: Number(at) - 60_000,
      mail: { to: { address: String(address) }, subject: "", text: "" },
    });
    if (!found) continue;
    await database.write([
      sql(
        `update email_delivery set provider_id = ?, thread_id = coalesce(?, thread_id),
           rfc_id = coalesce(?, rfc_id) where integration_id = ? and marker = ?`,
        found.providerId ?? null,
        found.threadId ?? null,
        found.rfcId ?? null,
        id,
        String(marker),
      ),
    ]);
  }
}
