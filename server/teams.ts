import { and, desc, eq, isNull, sql as raw } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Role } from "@/lib/model/role";
import { ApiError } from "./api-error";
import { audit } from "./audit";
import { sql, type Database, type Orm } from "./database";
import { eraseMailOfWorkspace } from "./mailing/erase";
import { auditEntry, member, meta, user, workspace } from "./tables";
import { newEpoch } from "./workspaces";

/** Who is in a team and as what. Every act here says in the same batch who did it. */

export type Act = { workspaceId: string; by: string; now: number };

export async function createTeam(
  { orm }: Database,
  { name, ownerId, now }: { name: string; ownerId: string; now: number },
): Promise<string> {
  const id = uuidv7();
  const createdAt = new Date(now);
  await orm.batch([
    orm.insert(workspace).values({ id, kind: "team", name, ownerId, createdAt }),
    orm.insert(member).values({ workspaceId: id, userId: ownerId, role: "owner", createdAt }),
    orm.insert(meta).values({ workspaceId: id, epoch: newEpoch() }),
    audit(orm, {
      at: createdAt,
      action: "workspace.created",
      userId: ownerId,
      workspaceId: id,
      detail: name,
    }),
  ]);
  return id;
}

/** A personal workspace has no name, no other members and no end but the account's. */
export async function demandTeam(orm: Orm, workspaceId: string): Promise<{ name: string }> {
  const [found] = await orm
    .select({ kind: workspace.kind, name: workspace.name })
    .from(workspace)
    .where(eq(workspace.id, workspaceId));
  if (!found) throw new ApiError("not-found");
  if (found.kind === "personal") throw new ApiError("personal-workspace");
  return { name: found.name };
}

export async function renameTeam({ orm }: Database, act: Act, name: string): Promise<void> {
  await demandTeam(orm, act.workspaceId);
  await orm.batch([
    orm.update(workspace).set({ name }).where(eq(workspace.id, act.workspaceId)),
    audit(orm, { ...entryOf(act), action: "workspace.renamed", detail: name }),
  ]);
}

/** Its rows go; who was in it stays on a list without a workspace, so that each device is told. */
export async function deleteTeam(database: Database, act: Act): Promise<void> {
  const { name } = await demandTeam(database.orm, act.workspaceId);
  const { workspaceId, by, now } = act;
  await database.write([
    ...["rows", "client", "meta", "invitation"].map((table) =>
      sql(`delete from ${table} where workspace_id = ?`, workspaceId),
    ),
    ...eraseMailOfWorkspace(workspaceId),
    sql(
      "update member set removed_at = coalesce(removed_at, ?) where workspace_id = ?",
      now,
      workspaceId,
    ),
    sql("delete from workspace where id = ?", workspaceId),
    sql(
      `insert into audit_entry (id, at, user_id, workspace_id, action, detail)
       values (?, ?, ?, ?, 'workspace.deleted', ?)`,
      uuidv7(),
      now,
      by,
      workspaceId,
      name,
    ),
  ]);
}

export function membersOf(orm: Orm, workspaceId: string) {
  return orm
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: member.role,
      since: member.createdAt,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.workspaceId, workspaceId), isNull(member.removedAt)))
    .orderBy(member.createdAt, raw`${member}.rowid`);
}

/** Said inside the statement that acts, so that two owners leaving at once leave one behind. */
const NOT_THE_LAST_OWNER = `(role <> 'owner' or (select count(*) from member other
  where other.workspace_id = member.workspace_id and other.role = 'owner'
  and other.removed_at is null) > 1)`;

export async function changeRole(
  database: Database,
  act: Act,
  userId: string,
  role: Role,
): Promise<void> {
  const { workspaceId, by, now } = act;
  await demandTeam(database.orm, workspaceId);
  const before = await standing(database.orm, workspaceId, userId);
  if (!before) throw new ApiError("not-found");
  if (before === role) return;
  const [changed] = await database.write([
    sql(
      `update member set role = ? where workspace_id = ? and user_id = ? and removed_at is null
       and (? = 'owner' or ${NOT_THE_LAST_OWNER}) returning role`,
      role,
      workspaceId,
      userId,
      role,
    ),
    auditIfChanged("member.role", { workspaceId, by, now }, `${userId} ${before} → ${role}`),
  ]);
  if (changed?.rows.length === 0) throw new ApiError("last-owner");
}

/** By an owner, or by oneself: what the difference is, the audit says. */
export async function removeMember(database: Database, act: Act, userId: string): Promise<void> {
  const { workspaceId, by, now } = act;
  await demandTeam(database.orm, workspaceId);
  if (!(await standing(database.orm, workspaceId, userId))) throw new ApiError("not-found");
  const action = by === userId ? "member.left" : "member.removed";
  const [changed] = await database.write([
    sql(
      `update member set removed_at = ? where workspace_id = ? and user_id = ?
       and removed_at is null and ${NOT_THE_LAST_OWNER} returning user_id`,
      now,
      workspaceId,
      userId,
    ),
    auditIfChanged(action, { workspaceId, by, now }, userId),
  ]);
  if (changed?.rows.length === 0) throw new ApiError("last-owner");
}

function auditIfChanged(action: string, { workspaceId, by, now }: Act, detail: string) {
  return sql(
    `insert into audit_entry (id, at, user_id, workspace_id, action, detail)
     select ?, ?, ?, ?, ?, ? where changes() > 0`,
    uuidv7(),
    now,
    by,
    workspaceId,
    action,
    detail,
  );
}

export async function standing(
  orm: Orm,
  workspaceId: string,
  userId: string,
): Promise<Role | undefined> {
  const [found] = await orm
    .select({ role: member.role })
    .from(member)
    .where(
      and(eq(member.workspaceId, workspaceId), eq(member.userId, userId), isNull(member.removedAt)),
    );
  return found?.role;
}

/** What happened to the membership, newest first; the people's present names beside it. */
export function historyOf(orm: Orm, workspaceId: string, limit = 100) {
  return orm
    .select({
      at: auditEntry.at,
      action: auditEntry.action,
      by: raw<string | null>`coalesce(nullif(${user.name}, ''), ${user.email})`,
      detail: auditEntry.detail,
    })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.userId))
    .where(eq(auditEntry.workspaceId, workspaceId))
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(limit);
}

export function entryOf({ workspaceId, by, now }: Act) {
  return { at: new Date(now), userId: by, workspaceId };
}
