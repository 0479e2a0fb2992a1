import { uuidv7 } from "uuidv7";
import type { Orm } from "./database";
import { auditEntry } from "./tables";

export type AuditAction =
  | "user.created"
  | "device.paired"
  | "device.denied"
  | "device.revoked"
  | "device.wipe-asked"
  | "device.wipe-called-off"
  | "device.wiped"
  | "workspace.created"
  | "workspace.renamed"
  | "workspace.deleted"
  | "member.invited"
  | "member.joined"
  | "member.declined"
  | "member.role"
  | "member.left"
  | "member.removed"
  | "invitation.revoked"
  | "workspace.restored"
  | "mailbox.connected"
  | "mailbox.disconnected"
  | "suppression.removed";

type Entry = {
  at: Date;
  action: AuditAction;
  userId?: string;
  deviceId?: string;
  workspaceId?: string;
  detail?: string;
};

/** Best put into one batch with the act itself, so that neither stands without the other. */
export function audit(orm: Orm, entry: Entry) {
  return orm.insert(auditEntry).values({ id: uuidv7(), ...entry });
}
