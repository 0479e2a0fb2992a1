import { useQuery } from "@tanstack/react-query";
import { findSaved, type Known } from "@/lib/capture/saved";
import { openDb } from "@/lib/data/db";
import type { Page } from "./use-page";

/** The kinds of page that are about one row. */
const TABLES = { profile: "people", job: "jobs", company: "companies" } as const;

/** The row of the page in the tab: null when it is not kept, undefined while nobody knows yet. */
export function useKeptHere({ address, url }: Page): Known | null | undefined {
  const table = TABLES[address.kind as keyof typeof TABLES] ?? "people";
  return useQuery({
    queryKey: [table, "page", url],
    queryFn: async () => (await findSaved(openDb(), url)) ?? null,
    enabled: address.kind in TABLES,
  }).data;
}
