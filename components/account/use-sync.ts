import { useQuery } from "@tanstack/react-query";
import { readRejectedCount, readSyncState, readWaiting } from "@/lib/account/store";
import type { SyncState } from "@/lib/account/sync-line";

export type Sync = { state: SyncState; waiting: number; rejected: number };

/** The sync as it stands on this device; undefined until it has been read. */
export function useSync(): Sync | undefined {
  const state = useQuery({ queryKey: ["_meta", "state"], queryFn: () => readSyncState() }).data;
  const waiting = useQuery({ queryKey: ["_outbox", "count"], queryFn: () => readWaiting() }).data;
  const rejected = useQuery({
    queryKey: ["_rejected", "count"],
    queryFn: () => readRejectedCount(),
  }).data;
  return state && { state, waiting: waiting ?? 0, rejected: rejected ?? 0 };
}
