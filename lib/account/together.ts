import type { SyncPhase, SyncStatus } from "@/lib/cloud/status";

/** What needs somebody comes before what only takes time. */
const ORDER: readonly SyncPhase[] = ["attention", "offline", "syncing", "idle"];

/** The states of several workspaces as one. Signed out is the personal one's to say: it comes first in the list. */
export function together(all: readonly SyncStatus[]): SyncStatus {
  const [own] = all;
  if (!own) return { phase: "signed-out", waiting: 0 };
  const waiting = all.reduce((sum, status) => sum + status.waiting, 0);
  if (own.phase === "signed-out") return { ...own, waiting };
  const worst = ORDER.map((phase) => all.find((status) => status.phase === phase)).find(Boolean);
  const since = all.flatMap((status) => status.waitingSince ?? []).toSorted();
  return { ...own, ...worst, waiting, waitingSince: since[0] };
}
