import type { CloudStorage } from "@/lib/cloud/session";
import { chosenName, mirrorChosen } from "@/lib/platform/chosen-workspace";
import { readItem, removeItem, watchItem, writeItem } from "@/lib/platform/storage";
import { CHOSEN_KEY, createRegistry, TEAMS_KEY, teamsIn, type KnownTeam } from "./registry";
import { WIPED_KEY, wipedIn, type Wiped } from "./wipe-record";

export const deviceStorage: CloudStorage = {
  read: (key) => readItem("local", key),
  write: (key, value) => writeItem("local", key, value),
  remove: (key) => removeItem("local", key),
};

export const registry = createRegistry(deviceStorage);

export function watchTeams(onChange: (teams: KnownTeam[]) => void): () => void {
  return watchItem<unknown>("local", TEAMS_KEY, (value) => onChange(teamsIn(value)));
}

/** Every screen shows the workspace chosen in any of them; what was typed is kept, so a screen may begin anew. */
export async function choose(database: string): Promise<void> {
  mirrorChosen(database);
  await registry.choose(database);
  location.reload();
}

export async function readWiped(): Promise<Wiped | null> {
  return wipedIn(await deviceStorage.read(WIPED_KEY));
}

export function forgetWiped(): Promise<void> {
  return deviceStorage.remove(WIPED_KEY);
}

/** What a screen has emptied its own storage for. */
const EMPTIED = "rapport.emptied";

/**
 * For a screen that opens: goes along when another workspace is chosen elsewhere, or the one shown is gone;
 * and where this device was wiped, what the screens themselves had kept goes too.
 */
export function followDevice(): void {
  for (const key of [CHOSEN_KEY, TEAMS_KEY, WIPED_KEY]) {
    watchItem("local", key, () => void follow());
  }
  void follow();
}

async function follow(): Promise<void> {
  const [chosen, wipe] = [await registry.chosen(), await readWiped()];
  const mustEmpty = wipe !== null && localStorage.getItem(EMPTIED) !== wipe.at;
  if (!mustEmpty && chosen === chosenName()) return;
  if (mustEmpty) {
    localStorage.clear();
    localStorage.setItem(EMPTIED, wipe.at);
  }
  mirrorChosen(chosen);
  location.reload();
}
