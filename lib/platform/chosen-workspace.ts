/** The database of one's own workspace: it is always there, and settings and keys belong to it. */
export const PERSONAL = "rapport";

/**
 * Which workspace's database the screens show, by name. Read without waiting, before the first picture; it
 * is the copy of what lib/workspaces keeps for every context. A worker has no such area: there it is the
 * personal one unless a name is given.
 */
const KEY = "rapport.chosen";

type Area = Pick<Storage, "getItem" | "setItem">;

export function chosenName(area: Area | undefined = screenArea()): string {
  const name = area?.getItem(KEY);
  return name?.startsWith(`${PERSONAL}.`) ? name : PERSONAL;
}

export function mirrorChosen(name: string, area: Area | undefined = screenArea()): void {
  area?.setItem(KEY, name);
}

/** The database of a team on this device. */
export function databaseOf(workspaceId: string): string {
  return `${PERSONAL}.${workspaceId}`;
}

function screenArea(): Area | undefined {
  return typeof document === "undefined" ? undefined : globalThis.localStorage;
}
