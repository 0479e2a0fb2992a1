import { and, eq, gt } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { audit } from "./audit";
import { callerOf } from "./callers";
import { sql, type Database } from "./database";
import type { Person } from "./devices";
import { pairing } from "./tables";
import { hashToken, newToken, newUserCode } from "./token";

/** How a device gets in without ever seeing a password: RFC 8628. */

export const PAIRING_MS = 10 * 60_000;
export const POLL_SECONDS = 2;
const SLOWER_BY = 5;

export type Started = { deviceCode: string; userCode: string; expiresIn: number; interval: number };

export async function startPairing(
  { orm }: Database,
  deviceName: string,
  now: number,
): Promise<Started> {
  const deviceCode = newToken();
  const deviceCodeHash = await hashToken(deviceCode);
  for (;;) {
    const userCode = newUserCode();
    const row = {
      deviceCodeHash,
      userCode,
      deviceName,
      status: "pending" as const,
      interval: POLL_SECONDS,
      createdAt: new Date(now),
      expiresAt: new Date(now + PAIRING_MS),
    };
    // One in 26 thousand million: another pairing of these ten minutes has the same short code.
    const made = await orm
      .insert(pairing)
      .values(row)
      .onConflictDoNothing({ target: pairing.userCode })
      .returning({ userCode: pairing.userCode });
    if (made.length > 0) {
      return { deviceCode, userCode, expiresIn: PAIRING_MS / 1000, interval: POLL_SECONDS };
    }
  }
}

/** What a person is asked to approve; undefined once decided or too late. */
export async function pendingPairing(
  { orm }: Database,
  userCode: string,
  now: number,
): Promise<{ userCode: string; deviceName: string } | undefined> {
  const [found] = await orm
    .select({ userCode: pairing.userCode, deviceName: pairing.deviceName })
    .from(pairing)
    .where(isOpen(userCode, now));
  return found;
}

/** False when there is nothing to decide (any more). */
export async function decidePairing(
  { orm }: Database,
  decision: { userCode: string; userId: string; approve: boolean; now: number },
): Promise<boolean> {
  const { userCode, userId, approve, now } = decision;
  const decided = await orm
    .update(pairing)
    .set({ status: approve ? "approved" : "denied", userId })
    .where(isOpen(userCode, now))
    .returning({ deviceName: pairing.deviceName });
  const [one] = decided;
  if (one && !approve) {
    await audit(orm, {
      at: new Date(now),
      action: "device.denied",
      userId,
      detail: one.deviceName,
    });
  }
  return one !== undefined;
}

function isOpen(userCode: string, now: number) {
  return and(
    eq(pairing.userCode, userCode),
    eq(pairing.status, "pending"),
    gt(pairing.expiresAt, new Date(now)),
  );
}

export type Polled =
  | { state: "authorization_pending" | "access_denied" | "expired_token" }
  | { state: "slow_down"; interval: number }
  | { state: "paired"; token: string; deviceId: string; person: Person };

/** Hands out the token once: a code that was used is as good as expired. */
export async function pollPairing(
  database: Database,
  deviceCode: string,
  now: number,
): Promise<Polled> {
  const { orm } = database;
  const hash = await hashToken(deviceCode);
  const mine = eq(pairing.deviceCodeHash, hash);
  const [found] = await orm.select().from(pairing).where(mine);
  if (!found || found.status === "used" || found.expiresAt.getTime() <= now) {
    return { state: "expired_token" };
  }
  if (found.status === "denied") return { state: "access_denied" };
  if (found.status === "approved") return issueToken(database, hash, now);

  // A timer may fire a little early; a device that hurries is told to slow down.
  const early = found.interval * 1000 - 250;
  const polledAt = found.polledAt?.getTime() ?? 0;
  const hurried = now - polledAt < early;
  const interval = hurried ? found.interval + SLOWER_BY : found.interval;
  await orm
    .update(pairing)
    .set({ polledAt: new Date(now), interval })
    .where(mine);
  return hurried ? { state: "slow_down", interval } : { state: "authorization_pending" };
}

async function issueToken(database: Database, hash: string, now: number): Promise<Polled> {
  const token = newToken();
  const deviceId = uuidv7();
  const [made] = await database.write([
    sql(
      `insert into device (id, user_id, name, token_hash, created_at, last_seen_at)
       select ?, user_id, device_name, ?, ?, ? from pairing
       where device_code_hash = ? and status = 'approved' returning id`,
      deviceId,
      await hashToken(token),
      now,
      now,
      hash,
    ),
    sql(
      `insert into audit_entry (id, at, user_id, device_id, action, detail)
       select ?, ?, user_id, ?, 'device.paired', device_name from pairing
       where device_code_hash = ? and status = 'approved'`,
      uuidv7(),
      now,
      deviceId,
      hash,
    ),
    sql(
      "update pairing set status = 'used' where device_code_hash = ? and status = 'approved'",
      hash,
    ),
  ]);
  if (made?.rows.length !== 1) return { state: "expired_token" };
  const found = await callerOf(database.orm, token);
  return found
    ? { state: "paired", token, deviceId, person: found.person }
    : { state: "expired_token" };
}
