import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Entry, RosterTable } from "@/lib/contacts/roster";
import {
  allEntries,
  countRows,
  newestEntries,
  readJob,
  readPerson,
  tagCounts,
} from "@/lib/contacts/store";
import { rankTags, type TagCount } from "@/lib/contacts/tags";

const FIRST_SCREEN = 40;
const NOBODY: Entry[] = [];

export type EntryList = {
  entries: Entry[];
  /** Rows in the table, also while only the first of them are here. */
  total: number;
  isComplete: boolean;
  isLoading: boolean;
};

/** Everyone, for a list: the newest at once, the rest a moment later. */
export function useEntries(table: RosterTable): EntryList {
  const count = useQuery({ queryKey: [table, "count"], queryFn: () => countRows(table) });
  const newest = useQuery({
    queryKey: [table, "newest"],
    queryFn: () => newestEntries(table, FIRST_SCREEN),
  });
  const all = useQuery({
    queryKey: [table, "all"],
    queryFn: () => allEntries(table),
    enabled: newest.isFetched,
    placeholderData: keepPreviousData,
    // Comparing ten thousand entries one by one would cost more than showing them.
    structuralSharing: false,
  });
  return {
    entries: all.data ?? newest.data ?? NOBODY,
    total: count.data ?? all.data?.length ?? 0,
    isComplete: all.data !== undefined,
    isLoading: newest.isPending,
  };
}

export function usePerson(id: string) {
  return useQuery({ queryKey: ["people", id], queryFn: () => readPerson(id) });
}

export function useJob(id: string) {
  return useQuery({ queryKey: ["jobs", id], queryFn: () => readJob(id) });
}

export function useTagCounts(table: RosterTable): readonly TagCount[] | undefined {
  return useQuery({ queryKey: [table, "tags"], queryFn: () => tagCounts(table) }).data;
}

/** Tags of people and of jobs are one vocabulary, shown once both are counted: a menu never changes under the pointer. */
export function useAllTagCounts(): TagCount[] {
  const people = useTagCounts("people");
  const jobs = useTagCounts("jobs");
  return useMemo(() => {
    const counts = new Map<string, number>();
    if (!people || !jobs) return [];
    for (const { tag, count } of [...people, ...jobs])
      counts.set(tag, (counts.get(tag) ?? 0) + count);
    return rankTags(counts);
  }, [people, jobs]);
}
