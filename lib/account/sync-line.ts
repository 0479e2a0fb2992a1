import type { SyncStatus } from "@/lib/cloud/status";

export type SyncLine =
  | { is: "signed-out" }
  | { is: "attention"; code: string }
  | { is: "rejected"; count: number }
  | { is: "departed"; count: number }
  | { is: "offline"; waiting: number }
  | { is: "waiting"; waiting: number }
  | { is: "in-step"; at?: string };

/** The one thing to say about the sync: what needs the person first, then what waits, then that all is well. */
export function syncLine(status: SyncStatus, rejected: number, departed = 0): SyncLine {
  const { phase, waiting, error, lastPullAt } = status;
  if (departed > 0) return { is: "departed", count: departed };
  if (phase === "signed-out")
    return error ? { is: "attention", code: error } : { is: "signed-out" };
  if (phase === "attention") return { is: "attention", code: error ?? "server-error" };
  if (rejected > 0) return { is: "rejected", count: rejected };
  if (phase === "offline") return { is: "offline", waiting };
  if (waiting > 0 || phase === "syncing") return { is: "waiting", waiting };
  return { is: "in-step", ...(lastPullAt && { at: lastPullAt }) };
}
