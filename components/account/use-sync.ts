import { useQuery } from "@tanstack/react-query";
import { readRejectedCount, readSyncStatus } from "@/lib/account/store";
import type { SyncStatus } from "@/lib/cloud/status";

export type Sync = { status: SyncStatus; rejected: number };

/** The sync as it stands on this device; undefined until it has been read. */
export function useSync(): Sync | undefined {
  const status = useQuery({ queryKey: ["_meta", "status"], queryFn: () => readSyncStatus() }).data;
  const rejected = useQuery({
    queryKey: ["_rejected", "count"],
    queryFn: () => readRejectedCount(),
  }).data;
  return status && { status, rejected: rejected ?? 0 };
}
