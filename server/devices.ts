import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { audit } from "./audit";
import type { Orm } from "./database";
import { device } from "./tables";

const DAY_MS = 86_400_000;
/** A device that was silent this long must be connected again. */
export const IDLE_MS = 90 * DAY_MS;
/** How far `lastSeenAt` may lag: a write per request would cost more than it tells. */
const SEEN_EVERY_MS = 3_600_000;

const WIPED_SHOWN_MS = 30 * DAY_MS;

export type Device = typeof device.$inferSelect;
export type Person = { id: string; email: string; name: string };

export function isIdle({ lastSeenAt }: Device, now: number): boolean {
  return now - lastSeenAt.getTime() > IDLE_MS;
}

export async function markSeen(orm: Orm, seen: Device, now: number): Promise<void> {
  if (now - seen.lastSeenAt.getTime() < SEEN_EVERY_MS) return;
  await orm
    .update(device)
    .set({ lastSeenAt: new Date(now) })
    .where(eq(device.id, seen.id));
}

/** Connected devices, and for a while those that were wiped, so that one sees that it was done. */
export function devicesOf(orm: Orm, userId: string, now: number) {
  return orm
    .select({
      id: device.id,
      name: device.name,
      createdAt: device.createdAt,
      lastSeenAt: device.lastSeenAt,
      wipeAskedAt: device.wipeAskedAt,
      wipedAt: device.wipedAt,
      wipedUnsent: device.wipedUnsent,
    })
    .from(device)
    .where(
      and(
        eq(device.userId, userId),
        or(isNull(device.revokedAt), gt(device.wipedAt, new Date(now - WIPED_SHOWN_MS))),
      ),
    )
    .orderBy(desc(device.lastSeenAt));
}

/** False when this person has no such device. */
export async function renameDevice(
  orm: Orm,
  userId: string,
  id: string,
  name: string,
): Promise<boolean> {
  const renamed = await orm
    .update(device)
    .set({ name })
    .where(and(eq(device.id, id), eq(device.userId, userId), isNull(device.revokedAt)))
    .returning({ id: device.id });
  return renamed.length > 0;
}

/** Its token opens nothing from now on. Revoking twice is one revocation. */
export async function revokeDevice(
  orm: Orm,
  userId: string,
  id: string,
  now: number,
): Promise<boolean> {
  const at = new Date(now);
  const mine = and(eq(device.id, id), eq(device.userId, userId));
  const [found] = await orm
    .select({ id: device.id, at: device.revokedAt })
    .from(device)
    .where(mine);
  if (!found) return false;
  if (found.at !== null) return true;
  await orm.batch([
    orm
      .update(device)
      .set({ revokedAt: at })
      .where(and(mine, isNull(device.revokedAt))),
    audit(orm, { at, action: "device.revoked", userId, deviceId: id }),
  ]);
  return true;
}
