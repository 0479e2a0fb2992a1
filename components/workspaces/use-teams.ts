import { useEffect, useState } from "react";
import { registry, watchTeams } from "@/lib/workspaces/extension-registry";
import type { KnownTeam } from "@/lib/workspaces/registry";

/** The teams on this device; undefined until they have been read. */
export function useTeams(): KnownTeam[] | undefined {
  const [teams, setTeams] = useState<KnownTeam[]>();
  useEffect(() => {
    let isGone = false;
    void registry.teams().then((found) => isGone || setTeams(found));
    const stop = watchTeams(setTeams);
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  return teams;
}
