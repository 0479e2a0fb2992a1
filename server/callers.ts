import { and, eq } from "drizzle-orm";
import type { Role } from "@/lib/model/role";
import type { Database, Orm } from "./database";
import type { Device, Person } from "./devices";
import { device, member, user } from "./tables";
import { hashToken } from "./token";

/** Whose a token is, revoked or not, and what that person is in the workspace that was asked about. */
export type KnownCaller = {
  device: Device;
  person: Person;
  membership: { role: Role; removed: boolean } | undefined;
};

export type Callers = {
  byToken(token: string, workspaceId: string | undefined): Promise<KnownCaller | undefined>;
};

/** Everything the answer is made of. */
const TABLES = /\b(?:device|member|user)\b/;
/** Past this many the memory begins anew: it saves a round trip, and holds no truth. */
const MOST = 20_000;

/**
 * One round trip for both questions, and none within `keptMs` of the last one. Any write of this process to
 * the tables behind it, wherever it is made, makes it forget; `keptMs` bounds how long another process's goes
 * unnoticed. 0 asks each time: on Workers there are always other processes.
 */
export function createCallers(
  database: Database,
  { now, keptMs }: { now: () => number; keptMs: number },
): Callers {
  let known = new Map<string, { at: number; caller: KnownCaller }>();
  database.onWritten((texts) => {
    if (texts.some((text) => TABLES.test(text))) known = new Map();
  });

  return {
    async byToken(token, workspaceId) {
      if (keptMs === 0) return callerOf(database.orm, token, workspaceId);
      const key = `${token}/${workspaceId ?? ""}`;
      const kept = known.get(key);
      if (kept && now() - kept.at < keptMs) return kept.caller;
      // A write that ends while this is read starts another memory: what was read goes to the one forgotten.
      const memory = known;
      const caller = await callerOf(database.orm, token, workspaceId);
      if (memory.size >= MOST) memory.clear();
      if (caller) memory.set(key, { at: now(), caller });
      return caller;
    },
  };
}

export async function callerOf(
  orm: Orm,
  token: string,
  workspaceId = "",
): Promise<KnownCaller | undefined> {
  const [found] = await orm
    .select({
      device,
      person: { id: user.id, email: user.email, name: user.name },
      role: member.role,
      removedAt: member.removedAt,
    })
    .from(device)
    .innerJoin(user, eq(user.id, device.userId))
    .leftJoin(member, and(eq(member.workspaceId, workspaceId), eq(member.userId, device.userId)))
    .where(eq(device.tokenHash, await hashToken(token)));
  if (!found) return undefined;
  const { role, removedAt, ...caller } = found;
  return { ...caller, membership: role ? { role, removed: removedAt !== null } : undefined };
}
