import { uuidv7 } from "uuidv7";
import { addressKey } from "@/lib/messaging/mail/address";
import { sql, type Database } from "../database";
import type { SUPPRESSION_REASONS } from "./tables";

/** Whom a workspace never writes to, whatever the way. */

export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];
export type Suppressed = { address: string; reason: SuppressionReason; at: number };

export async function suppress(
  database: Database,
  workspaceId: string,
  addresses: readonly string[],
  { reason, at, userId }: { reason: SuppressionReason; at: number; userId?: string },
): Promise<number> {
  const keys = [...new Set(addresses.map(addressKey))];
  const [made] = await database.write([
    // Whoever stands there already stays there for the reason they have, unless they said it themselves now.
    sql(
      `insert into suppression (workspace_id, address, reason, at, user_id)
       select ?, value, ?, ?, ? from json_each(?) where true
       on conflict (workspace_id, address) do update set reason = excluded.reason, at = excluded.at
       where excluded.reason in ('unsubscribed', 'complained')`,
      workspaceId,
      reason,
      at,
      userId ?? null,
      JSON.stringify(keys),
    ),
  ]);
  return made?.changed ?? 0;
}

/** Taken off the list by a person, which is written down with it. False when it was not there. */
export async function release(
  database: Database,
  {
    workspaceId,
    address,
    userId,
    at,
  }: Record<"workspaceId" | "address" | "userId", string> & {
    at: number;
  },
): Promise<SuppressionReason | undefined> {
  const key = addressKey(address);
  const [, gone] = await database.write([
    sql(
      `insert into audit_entry (id, at, user_id, workspace_id, action, detail)
       select ?, ?, ?, workspace_id, 'suppression.removed', address || ' (' || reason || ')'
       from suppression where workspace_id = ? and address = ?`,
      uuidv7(),
      at,
      userId,
      workspaceId,
      key,
    ),
    sql(
      "delete from suppression where workspace_id = ? and address = ? returning reason",
      workspaceId,
      key,
    ),
  ]);
  return gone?.rows[0]?.reason as SuppressionReason | undefined;
}

export async function suppressionOf(
  database: Database,
  workspaceId: string,
  address: string,
): Promise<SuppressionReason | undefined> {
  const [rows] = await database.read([
    sql(
      "select reason from suppression where workspace_id = ? and address = ?",
      workspaceId,
      addressKey(address),
    ),
  ]);
  return rows?.[0]?.reason as SuppressionReason | undefined;
}

/** The whole list, by address, in pages. */
export async function suppressions(
  database: Database,
  workspaceId: string,
  after: string,
  limit: number,
): Promise<Suppressed[]> {
  const [rows] = await database.read([
    sql(
      `select address, reason, at from suppression where workspace_id = ? and address > ?
       order by address limit ?`,
      workspaceId,
      after,
      limit,
    ),
  ]);
  return (rows ?? []).map(({ address, reason, at }) => ({
    address: String(address),
    reason: reason as SuppressionReason,
    at: Number(at),
  }));
}
