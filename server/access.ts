import type { Role } from "./tables";

/**
 * Who may call a route.
 * - anyone: no identity is asked.
 * - session: somebody signed in on this server's own pages.
 * - person: a session, or a device by its token.
 * - a list of roles: such a member of the workspace in the path; for others the workspace does not exist.
 */
export type Rule = "anyone" | "session" | "person" | readonly Role[];

const members = ["owner", "recruiter", "hiringManager", "viewer"] as const;

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
  "GET /v1/workspaces": "person",
  "POST /v1/w/:workspace/push": members,
  "GET /v1/w/:workspace/pull": members,
  "GET /v1/w/:workspace/snap": members,
};

/** The tables a role may change; what it may not comes back as rejected, and the person sees it. */
const HIRING_MANAGER_WRITES: ReadonlySet<string> = new Set([
  "applications",
  "interactions",
  "interviews",
  "notifications",
  "settings",
  "tasks",
]);

export function mayWrite(role: Role, table: string): boolean {
  if (role === "viewer") return false;
  return role !== "hiringManager" || HIRING_MANAGER_WRITES.has(table);
}
