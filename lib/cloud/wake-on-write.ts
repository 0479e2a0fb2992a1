import { watch } from "@/lib/data/watch";

/** Calls back when an edit of this or another context waits to be sent. Returns how to stop. */
export function wakeOnWrite(wake: () => void, database?: string): () => void {
  const queries = {
    async invalidateQueries(filters?: { queryKey?: readonly unknown[] }) {
      if (filters?.queryKey?.[0] === "_outbox") wake();
    },
  };
  return watch(queries, database);
}
