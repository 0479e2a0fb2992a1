import { useQueries } from "@tanstack/react-query";
import type { TableName } from "@/lib/model/tables";

/** A number that changes with any of these tables: what is read from several of them puts it into its key. */
export function usePulse(tables: readonly TableName[]): string {
  return useQueries({
    queries: tables.map((table) => ({
      queryKey: [table, "pulse"],
      queryFn: () => performance.now(),
      initialData: 0,
    })),
    combine: (results) => results.map(({ data }) => data).join(" "),
  });
}
