/** What a member of a workspace may do; one table of it for the server, which decides, and the screens, which show it. */
export const ROLES = ["owner", "recruiter", "hiringManager", "viewer"] as const;
export type Role = (typeof ROLES)[number];

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
