import type { CloudStorage } from "@/lib/cloud/session";
import { PERSONAL } from "@/lib/platform/chosen-workspace";
import { ROLES, type Role } from "@/lib/model/role";

/** A team whose rows are on this device. One's own workspace needs no entry: it is always there. */
export type KnownTeam = {
  id: string;
  name: string;
  role: Role;
  /** Its database on this device. */
  database: string;
  /** Whose team it is known as: another account's is left as it stands. */
  userId: string;
};

export const TEAMS_KEY = "workspaces.teams";
export const CHOSEN_KEY = "workspaces.chosen";

export type Registry = ReturnType<typeof createRegistry>;

/** What this device knows of its workspaces, and which of them is shown, for every context. */
export function createRegistry(storage: CloudStorage) {
  const teams = async (): Promise<KnownTeam[]> => teamsIn(await storage.read(TEAMS_KEY));
  return {
    teams,
    async keep(next: readonly KnownTeam[]): Promise<void> {
      if (JSON.stringify(next) !== JSON.stringify(await teams())) {
        await storage.write(TEAMS_KEY, next);
      }
    },
    async chosen(): Promise<string> {
      return chosenAmong(await teams(), await storage.read(CHOSEN_KEY));
    },
    async choose(database: string): Promise<void> {
      await storage.write(CHOSEN_KEY, database);
    },
  };
}

/** Nobody where the list is not whole. Every screen looks when it opens, so it costs no schema. */
export function teamsIn(value: unknown): KnownTeam[] {
  return Array.isArray(value) && value.every(isKnownTeam) ? value : [];
}

function isKnownTeam(value: unknown): value is KnownTeam {
  const { id, name, role, database, userId } = (value ?? {}) as Partial<
    Record<keyof KnownTeam, unknown>
  >;
  return (
    [id, name, database, userId].every((text) => typeof text === "string") &&
    ROLES.some((known) => known === role)
  );
}

/** A workspace that is not here any more is not shown: one's own is. */
export function chosenAmong(teams: readonly KnownTeam[], value: unknown): string {
  const found = teams.find(({ database }) => database === value);
  return found?.database ?? PERSONAL;
}
