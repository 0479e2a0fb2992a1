import type { Workspace } from "@/lib/cloud/teams";
import { databaseOf } from "@/lib/platform/chosen-workspace";
import type { KnownTeam } from "./registry";

/**
 * The teams as this device should know them, after the server was asked. One the server does not name is
 * kept: only its own answer, that one was removed, takes rows off a device. Another account's stays as it is.
 */
export function reconcile(
  known: readonly KnownTeam[],
  said: readonly Workspace[],
  userId: string,
): KnownTeam[] {
  const teams = new Map(known.map((team) => [team.id, team]));
  for (const { id, name, kind, role } of said) {
    const held = teams.get(id);
    if (kind !== "team" || (held && held.userId !== userId)) continue;
    teams.set(id, { id, name, role, database: databaseOf(id), userId });
  }
  return [...teams.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
