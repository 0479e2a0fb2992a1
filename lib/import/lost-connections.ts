import type { KnownPerson } from "./notebook";

/** Who the new export names as connections, and the last day it knows of. */
export type Connected = { ids: Set<string>; latest: string };

export type LostConnection = { id: string; label: string; status?: string };

/** More than this share of the known connections missing is no loss: it is another account, or a part of the file. */
const MOST_LOST = 0.3;
const FEW = 5;

/**
 * Connections that an earlier export named and this one does not. Whoever was connected after the last day
 * this export knows of cannot be missing from it.
 */
export function findLost(
  { ids, latest }: Connected,
  known: readonly KnownPerson[],
): { lost: LostConnection[]; isOther: boolean; isFirst: boolean } {
  const lost = known
    .filter(({ id, connectedByExport = "" }) => !ids.has(id) && connectedByExport <= latest)
    .map(({ id, fullName, status }) => ({ id, label: fullName, ...(status && { status }) }));
  const isOther = lost.length > FEW && lost.length > known.length * MOST_LOST;
  return { lost, isOther, isFirst: known.length === 0 };
}
