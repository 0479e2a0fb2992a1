/** What the sync loop last said of itself. */
export type SyncState = {
  phase: "idle" | "syncing" | "offline" | "signed-out" | "attention";
  lastPullAt?: string | undefined;
  error?: string | undefined;
};

export type SyncLine =
  | { is: "signed-out" }
  | { is: "attention"; code: string }
  | { is: "rejected"; count: number }
  | { is: "offline"; waiting: number }
  | { is: "waiting"; waiting: number }
  | { is: "in-step"; at?: string };

/** The one thing to say about the sync: what needs the person first, then what waits, then that all is well. */
export function syncLine(state: SyncState, waiting: number, rejected: number): SyncLine {
  if (state.phase === "signed-out") return { is: "signed-out" };
  if (state.phase === "attention") return { is: "attention", code: state.error ?? "server-error" };
  if (rejected > 0) return { is: "rejected", count: rejected };
  if (state.phase === "offline") return { is: "offline", waiting };
  if (waiting > 0 || state.phase === "syncing") return { is: "waiting", waiting };
  return { is: "in-step", ...(state.lastPullAt && { at: state.lastPullAt }) };
}
