import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { audit } from "./audit";
import { sql, type Database, type Orm } from "./database";
import type { Role } from "@/lib/model/role";
import { member, meta, workspace } from "./tables";
import { newToken } from "./token";

const EPOCH_LETTERS = 12;

export type Membership = { id: string; name: string; kind: "personal" | "team"; role: Role };

/** Everyone has one workspace of their own; calling this twice, or twice at once, makes one. */
export async function ensurePersonalWorkspace(
  { orm }: Database,
  userId: string,
  now: number,
): Promise<void> {
  const [found] = await orm
    .select({ id: workspace.id })
    .from(workspace)
    .where(and(eq(workspace.ownerId, userId), eq(workspace.kind, "personal")));
  if (found) return;
  const id = uuidv7();
  const createdAt = new Date(now);
  await orm
    .batch([
      orm.insert(workspace).values({ id, kind: "personal", name: "", ownerId: userId, createdAt }),
      orm.insert(member).values({ workspaceId: id, userId, role: "owner", createdAt }),
      orm.insert(meta).values({ workspaceId: id, epoch: newEpoch() }),
      audit(orm, { at: createdAt, action: "user.created", userId, workspaceId: id }),
    ])
    .catch(async (error: unknown) => {
      const [other] = await orm
        .select({ id: workspace.id })
        .from(workspace)
        .where(and(eq(workspace.ownerId, userId), eq(workspace.kind, "personal")));
      if (!other) throw error;
    });
}

export function workspacesOf(orm: Orm, userId: string): Promise<Membership[]> {
  return orm
    .select({ id: workspace.id, name: workspace.name, kind: workspace.kind, role: member.role })
    .from(member)
    .innerJoin(workspace, eq(workspace.id, member.workspaceId))
    .where(and(eq(member.userId, userId), isNull(member.removedAt)))
    .orderBy(workspace.createdAt);
}

export async function membership(
  orm: Orm,
  workspaceId: string,
  userId: string,
): Promise<{ role: Role; removed: boolean } | undefined> {
  const [found] = await orm
    .select({ role: member.role, removedAt: member.removedAt })
    .from(member)
    .where(and(eq(member.workspaceId, workspaceId), eq(member.userId, userId)));
  return found && { role: found.role, removed: found.removedAt !== null };
}

/**
 * To be called once after the database was put back from a backup: devices that know more than the
 * backup then give it back, and take a snapshot. A device may have slept through an earlier life, so
 * its rows are asked for from the lowest sequence any restore went back to; an `r` before it marks such a life.
 */
export async function beginNewLife(database: Database): Promise<number> {
  const spaces = await database.orm.select({ id: meta.workspaceId }).from(meta);
  await database.write(
    spaces.map(({ id }) =>
      sql(
        `update meta set epoch = ?, epoch_start =
         iif(epoch_start > 0 or epoch glob 'r${"?".repeat(EPOCH_LETTERS)}', min(epoch_start, seq), seq) where workspace_id = ?`,
        `r${newEpoch()}`,
        id,
      ),
    ),
  );
  return spaces.length;
}

export function newEpoch(): string {
  return newToken().slice(0, EPOCH_LETTERS);
}
