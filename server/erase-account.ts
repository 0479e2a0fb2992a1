import { and, eq, isNull, ne } from "drizzle-orm";
import { ApiError } from "./api-error";
import { sql, type Database, type Statement } from "./database";
import type { Person } from "./devices";
import { eraseMailOfPerson, eraseMailOfWorkspace } from "./mailing/erase";
import { giveBack, mailboxesOf } from "./mailing/mailboxes";
import type { Office } from "./mailing/office";
import { member, workspace } from "./tables";

/**
 * Everything of a person, in one batch: all of it goes, or nothing does. A team lives on with its other
 * members, and what the person wrote there without their name. What is left is one hash per device, which
 * leads to nobody, so that each device learns at its next call that its notebook is to go.
 */
export async function eraseAccount(office: Office, person: Person): Promise<void> {
  const { database, now } = office;
  const own = await workspacesToErase(database, person.id);
  const held = await Promise.all([
    mailboxesOf(database, { userId: person.id }),
    ...own.map((workspaceId) => mailboxesOf(database, { workspaceId })),
  ]);
  await database.write([
    sql(
      `insert or ignore into erased_token (token_hash, at)
       select token_hash, ? from device where user_id = ? and revoked_at is null`,
      now(),
      person.id,
    ),
    ...own.flatMap(eraseWorkspace),
    ...erasePerson(person),
  ]);
  // Only now: an erasure that was refused leaves the mailboxes as they were.
  const mailboxes = new Map(held.flat().map((one) => [one.id, one]));
  await Promise.all([...mailboxes.values()].map((one) => giveBack(office, one)));
}

/** The personal one, and teams nobody else is in. @throws last-owner with the team that still needs one */
async function workspacesToErase({ orm }: Database, userId: string): Promise<string[]> {
  const mine = await orm
    .select({ id: workspace.id, name: workspace.name, role: member.role })
    .from(member)
    .innerJoin(workspace, eq(workspace.id, member.workspaceId))
    .where(and(eq(member.userId, userId), isNull(member.removedAt)));
  const alone: string[] = [];
  for (const { id, name, role } of mine) {
    const others = await orm
      .select({ role: member.role })
      .from(member)
      .where(and(eq(member.workspaceId, id), ne(member.userId, userId), isNull(member.removedAt)));
    if (others.length === 0) alone.push(id);
    else if (role === "owner" && others.every((other) => other.role !== "owner")) {
      throw new ApiError("last-owner", { team: name });
    }
  }
  return alone;
}

function eraseWorkspace(id: string): Statement[] {
  return [
    ...["rows", "client", "meta", "invitation", "member", "audit_entry"].map((table) =>
      sql(`delete from ${table} where workspace_id = ?`, id),
    ),
    ...eraseMailOfWorkspace(id),
    sql("delete from workspace where id = ?", id),
  ];
}

function erasePerson({ id, email }: Person): Statement[] {
  const address = email.toLowerCase();
  return [
    ...["session", "account", "device", "pairing", "client", "member", "audit_entry"].map((table) =>
      sql(`delete from ${table} where user_id = ?`, id),
    ),
    sql(
      "update audit_entry set detail = null where instr(detail, ?) or instr(detail, ?)",
      id,
      address,
    ),
    ...eraseMailOfPerson(id),
    sql("update rows set by = '' where by = ?", id),
    sql("update workspace set owner_id = '' where owner_id = ?", id),
    sql("delete from invitation where invited_by = ? or email = ?", id, address),
    sql("delete from verification where instr(identifier, ?) or instr(value, ?)", address, id),
    sql("delete from rate_limit where instr(key, ?) or instr(key, ?)", id, address),
    sql("delete from user where id = ?", id),
  ];
}
