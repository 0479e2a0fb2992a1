import { ROLES, type Role } from "@/lib/model/role";

/**
 * Who may call a route.
 * - anyone: no identity is asked.
 * - session: somebody signed in on this server's own pages.
 * - person: a session, or a device by its token.
 * - a list of roles: such a member of the workspace in the path; for others the workspace does not exist.
 */
export type Rule = "anyone" | "session" | "person" | readonly Role[];

const members = ROLES;
const owners = ["owner"] as const;
/** Who writes to people in a workspace's name. */
const writers = ["owner", "recruiter"] as const;

/** Every route of the server, once. A route that is not here answers nobody. */
export const access: Record<string, Rule> = {
  "GET /": "anyone",
  "GET /health": "anyone",
  "GET /openapi.json": "anyone",
  "GET /docs": "anyone",
  "GET /api/auth/*": "anyone",
  "POST /api/auth/*": "anyone",
  "GET /sign-in": "anyone",
  "POST /sign-in": "anyone",
  "POST /sign-out": "anyone",
  "GET /pair": "anyone",
  "POST /pair": "session",
  "POST /v1/pair/start": "anyone",
  "POST /v1/pair/poll": "anyone",
  "POST /v1/pair/approve": "session",
  "POST /v1/pair/deny": "session",
  "GET /v1/me": "person",
  "GET /v1/devices": "person",
  "PATCH /v1/devices/:device": "person",
  "DELETE /v1/devices/:device": "person",
  "POST /v1/devices/:device/wipe": "person",
  "DELETE /v1/devices/:device/wipe": "person",
  "POST /v1/devices/wiped": "anyone",
  "GET /v1/me/export": "person",
  "POST /v1/me/erase": "person",
  "GET /v1/workspaces": "person",
  "POST /v1/workspaces": "person",
  "PATCH /v1/w/:workspace": owners,
  "DELETE /v1/w/:workspace": owners,
  "POST /v1/w/:workspace/leave": members,
  "GET /v1/w/:workspace/members": members,
  "PATCH /v1/w/:workspace/members/:member": owners,
  "DELETE /v1/w/:workspace/members/:member": owners,
  "GET /v1/w/:workspace/history": owners,
  "GET /v1/w/:workspace/invitations": owners,
  "POST /v1/w/:workspace/invitations": owners,
  "POST /v1/w/:workspace/invitations/:invitation/resend": owners,
  "DELETE /v1/w/:workspace/invitations/:invitation": owners,
  "GET /invite": "anyone",
  "POST /invite": "session",
  "POST /v1/w/:workspace/push": members,
  "GET /v1/w/:workspace/pull": members,
  "GET /v1/w/:workspace/snap": members,
  "GET /v1/w/:workspace/live": members,
  "GET /v1/w/:workspace/mailboxes": writers,
  "POST /v1/w/:workspace/mailboxes/consent": writers,
  "POST /v1/w/:workspace/mailboxes/resend": writers,
  "PATCH /v1/w/:workspace/mailboxes/:mailbox": writers,
  "DELETE /v1/w/:workspace/mailboxes/:mailbox": writers,
  "GET /v1/w/:workspace/domain-check": writers,
  "POST /v1/w/:workspace/mails": writers,
  "PATCH /v1/w/:workspace/mails/:message": writers,
  "DELETE /v1/w/:workspace/mails/:message": writers,
  "GET /v1/w/:workspace/suppressions": members,
  "POST /v1/w/:workspace/suppressions": writers,
  "DELETE /v1/w/:workspace/suppressions/:address": writers,
  "POST /v1/hooks/resend/:mailbox": "anyone",
  "GET /mail/connect": "anyone",
  "GET /mail/connected": "anyone",
  "GET /u/:token": "anyone",
  "POST /u/:token": "anyone",
};

/** All that is left to a device which is to be wiped: to send what it had not sent, and nothing is given out any more. */
export const WHILE_WIPING: ReadonlySet<string> = new Set(["POST /v1/w/:workspace/push"]);
