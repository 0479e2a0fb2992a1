import { watch } from "@/lib/data/watch";
import { PERSONAL } from "@/lib/platform/chosen-workspace";

/** Calls back after the standing of any workspace's sync was written; one call at a time. Returns how to stop. */
export function onStatus(look: () => Promise<void>): () => void {
  const queries = {
    async invalidateQueries(filters?: { queryKey?: readonly unknown[] }) {
      if (filters?.queryKey?.[0] === "_meta") await look();
    },
  };
  return watch(queries, PERSONAL);
}
