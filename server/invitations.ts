import { and, eq, gt, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Role } from "@/lib/model/role";
import { ApiError } from "./api-error";
import { audit } from "./audit";
import { sql, type Database, type Orm } from "./database";
import type { Person } from "./devices";
import { invitation, member, user, workspace } from "./tables";
import { demandTeam, entryOf, type Act } from "./teams";
import { hashToken, newToken } from "./token";

/** A place in a team, offered to one address. The secret of the link is known to nobody but its reader. */

export const INVITATION_MS = 7 * 86_400_000;

export type Invited = { id: string; email: string; role: Role; expiresAt: Date; secret: string };

export async function invite(
  database: Database,
  act: Act,
  { email, role }: { email: string; role: Role },
): Promise<Invited> {
  const { orm } = database;
  const { workspaceId, by, now } = act;
  await demandTeam(orm, workspaceId);
  const address = email.toLowerCase();
  const [already] = await orm
    .select({ id: user.id })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      and(eq(member.workspaceId, workspaceId), eq(user.email, address), isNull(member.removedAt)),
    );
  if (already) throw new ApiError("already-member");
  const secret = newToken();
  const secretHash = await hashToken(secret);
  const expiresAt = new Date(now + INVITATION_MS);
  const createdAt = new Date(now);
  // Inviting the same address again is sending again, with the role as it is asked for now.
  const made = { workspaceId, email: address, role, secretHash, invitedBy: by, expiresAt };
  const [rows] = await orm.batch([
    orm
      .insert(invitation)
      .values({ id: uuidv7(), createdAt, ...made })
      .onConflictDoUpdate({ target: [invitation.workspaceId, invitation.email], set: made })
      .returning({ id: invitation.id }),
    audit(orm, { ...entryOf(act), action: "member.invited", detail: `${address} ${role}` }),
  ]);
  const [row] = rows;
  if (!row) throw new ApiError("conflict");
  return { id: row.id, email: address, role, expiresAt, secret };
}

/** The link of before opens nothing any more. */
export async function inviteAgain({ orm }: Database, act: Act, id: string): Promise<Invited> {
  const secret = newToken();
  const expiresAt = new Date(act.now + INVITATION_MS);
  const [row] = await orm
    .update(invitation)
    .set({ secretHash: await hashToken(secret), expiresAt })
    .where(and(eq(invitation.id, id), eq(invitation.workspaceId, act.workspaceId)))
    .returning({ email: invitation.email, role: invitation.role });
  if (!row) throw new ApiError("not-found");
  return { id, ...row, expiresAt, secret };
}

export async function revokeInvitation({ orm }: Database, act: Act, id: string): Promise<void> {
  const [row] = await orm
    .delete(invitation)
    .where(and(eq(invitation.id, id), eq(invitation.workspaceId, act.workspaceId)))
    .returning({ email: invitation.email });
  if (!row) throw new ApiError("not-found");
  await audit(orm, { ...entryOf(act), action: "invitation.revoked", detail: row.email });
}

export function invitationsOf(orm: Orm, workspaceId: string) {
  return orm
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .where(eq(invitation.workspaceId, workspaceId))
    .orderBy(invitation.createdAt);
}

export type OpenInvitation = {
  id: string;
  workspaceId: string;
  team: string;
  email: string;
  role: Role;
  from: string;
};

/** What a link offers; undefined when it was used, taken back or is too old. */
export async function openInvitation(
  { orm }: Database,
  secret: string,
  now: number,
): Promise<OpenInvitation | undefined> {
  const [found] = await orm
    .select({
      id: invitation.id,
      workspaceId: invitation.workspaceId,
      team: workspace.name,
      email: invitation.email,
      role: invitation.role,
      from: user.email,
    })
    .from(invitation)
    .innerJoin(workspace, eq(workspace.id, invitation.workspaceId))
    .innerJoin(user, eq(user.id, invitation.invitedBy))
    .where(
      and(
        eq(invitation.secretHash, await hashToken(secret)),
        gt(invitation.expiresAt, new Date(now)),
      ),
    );
  return found;
}

/** In one batch: the invitation is used up, the person is in. Accepting twice is accepting once. */
export async function acceptInvitation(
  database: Database,
  { id, workspaceId, role }: OpenInvitation,
  { person, now }: { person: Person; now: number },
): Promise<boolean> {
  const still = "select 1 from invitation where id = ?";
  const [joined] = await database.write([
    sql(
      `insert into member (workspace_id, user_id, role, created_at)
       select ?, ?, ?, ? where exists (${still})
       on conflict (workspace_id, user_id) do update set role = excluded.role,
         created_at = excluded.created_at, removed_at = null where removed_at is not null
       returning role`,
      workspaceId,
      person.id,
      role,
      now,
      id,
    ),
    sql(
      `insert into audit_entry (id, at, user_id, workspace_id, action, detail)
       select ?, ?, ?, ?, 'member.joined', ? where exists (${still})`,
      uuidv7(),
      now,
      person.id,
      workspaceId,
      role,
      id,
    ),
    sql("delete from invitation where id = ?", id),
  ]);
  return joined?.rows.length === 1;
}

export async function declineInvitation(
  { orm }: Database,
  { id, workspaceId, email }: OpenInvitation,
  { person, now }: { person: Person; now: number },
): Promise<void> {
  await orm.batch([
    orm.delete(invitation).where(eq(invitation.id, id)),
    audit(orm, {
      at: new Date(now),
      userId: person.id,
      workspaceId,
      action: "member.declined",
      detail: email,
    }),
  ]);
}
