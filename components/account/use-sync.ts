import { useQuery } from "@tanstack/react-query";
import { readSync, type Sync } from "@/lib/account/store/sync";

/** The sync as it stands on this device, in all its workspaces; undefined until it has been read. */
export function useSync(): Sync | undefined {
  const sync = useQuery({ queryKey: ["_meta", "sync"], queryFn: () => readSync() });
  const refused = useQuery({ queryKey: ["_rejected", "sync"], queryFn: () => readSync() });
  return refused.dataUpdatedAt > sync.dataUpdatedAt ? refused.data : sync.data;
}
