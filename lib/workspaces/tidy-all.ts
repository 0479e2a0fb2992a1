import { PERSONAL } from "@/lib/platform/chosen-workspace";
import type { KnownTeam } from "./registry";

type Tidying = { wake(): void; stop(): void };

/** Looks after one's own notebook and every team's on this device, from when it comes until it goes. */
export function tidyAll({
  teams,
  watchTeams,
  tidy,
}: {
  teams: () => Promise<readonly KnownTeam[]>;
  watchTeams: (onChange: (teams: readonly KnownTeam[]) => void) => void;
  tidy: (database: string) => Tidying;
}): { wake(): void } {
  const underway = new Map([[PERSONAL, tidy(PERSONAL)]]);

  function follow(known: readonly KnownTeam[]): void {
    const wanted = new Set([PERSONAL, ...known.map(({ database }) => database)]);
    for (const [database, tidying] of underway) {
      if (wanted.has(database)) continue;
      tidying.stop();
      underway.delete(database);
    }
    for (const database of wanted) {
      if (!underway.has(database)) underway.set(database, tidy(database));
    }
  }

  watchTeams(follow);
  void teams().then(follow);
  return {
    wake() {
      for (const tidying of underway.values()) tidying.wake();
    },
  };
}
