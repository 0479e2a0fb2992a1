import { useQuery } from "@tanstack/react-query";
import { findSaved, type Known } from "@/lib/capture/saved";
import { openDb } from "@/lib/data/db";
import type { Page } from "./use-page";

/** The row of the page in the tab: null when it is not kept, undefined while nobody knows yet. */
export function useKeptHere({ address, url }: Page): Known | null | undefined {
  const table = address.kind === "job" ? "jobs" : "people";
  return useQuery({
    queryKey: [table, "page", url],
    queryFn: async () => (await findSaved(openDb(), url)) ?? null,
    enabled: address.kind === "profile" || address.kind === "job",
  }).data;
}
