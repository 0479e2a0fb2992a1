import { and, eq, isNull } from "drizzle-orm";
import { audit } from "./audit";
import { sql, type Database } from "./database";
import { device, erasedToken, session } from "./tables";
import { hashToken } from "./token";

/** A lost device: its notebook is to go at its next call. It may still send what it had not sent. */

/**
 * False when this person has no such device connected. Asking twice is asking once. Its browser may still be signed
 * in on our own pages, where the device could be connected anew: whoever is signed in there signs in again.
 */
export async function askWipe(
  { orm }: Database,
  { userId, id, now }: { userId: string; id: string; now: number },
): Promise<boolean> {
  const at = new Date(now);
  const [asked] = await orm
    .update(device)
    .set({ wipeAskedAt: at })
    .where(and(eq(device.id, id), eq(device.userId, userId), isNull(device.revokedAt)))
    .returning({ id: device.id });
  if (!asked) return false;
  await orm.batch([
    orm.delete(session).where(eq(session.userId, userId)),
    audit(orm, { at, action: "device.wipe-asked", userId, deviceId: id }),
  ]);
  return true;
}

/** It was found again: as long as it has not called, nothing happened to it. */
export async function callOffWipe(
  { orm }: Database,
  { userId, id, now }: { userId: string; id: string; now: number },
): Promise<boolean> {
  const [spared] = await orm
    .update(device)
    .set({ wipeAskedAt: null })
    .where(and(eq(device.id, id), eq(device.userId, userId), isNull(device.wipedAt)))
    .returning({ id: device.id });
  const at = new Date(now);
  if (spared) await audit(orm, { at, action: "device.wipe-called-off", userId, deviceId: id });
  return spared !== undefined;
}

/** The device says that it is done, by the token it was wiped for. False when nobody asked it to. */
export async function confirmWipe(
  database: Database,
  token: string,
  { unsent, now }: { unsent: number; now: number },
): Promise<boolean> {
  const hash = await hashToken(token);
  const [wiped, erased] = await database.write([
    sql(
      `update device set wiped_at = coalesce(wiped_at, ?), revoked_at = coalesce(revoked_at, ?),
       wiped_unsent = coalesce(wiped_unsent, ?)
       where token_hash = ? and wipe_asked_at is not null returning id, user_id userId`,
      now,
      now,
      unsent,
      hash,
    ),
    sql("delete from erased_token where token_hash = ? returning token_hash", hash),
  ]);
  const [row] = wiped?.rows ?? [];
  if (row) {
    await audit(database.orm, {
      at: new Date(now),
      action: "device.wiped",
      userId: String(row.userId),
      deviceId: String(row.id),
    });
  }
  return row !== undefined || erased?.rows.length === 1;
}

export async function isErased({ orm }: Database, token: string): Promise<boolean> {
  const [found] = await orm
    .select({ at: erasedToken.at })
    .from(erasedToken)
    .where(eq(erasedToken.tokenHash, await hashToken(token)));
  return found !== undefined;
}
