import { useQuery, useQueryClient } from "@tanstack/react-query";
import { monthStart } from "@/lib/ai/budget";
import { builtin } from "@/lib/ai/providers/builtin";
import * as store from "@/lib/ai/store";

/** The AI's own database fires no events here: who writes says so. */
export function useAiChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["ai"] });
}

export function useReach() {
  return useQuery({
    queryKey: ["ai", "reach"],
    queryFn: () => store.listReach(),
    refetchOnWindowFocus: true,
  }).data;
}

/** Provider and models wished for: a preference, kept with the settings. */
export function useWish() {
  return useQuery({ queryKey: ["settings", "ai"], queryFn: () => store.readWish() }).data;
}

export function useCallsOfMonth() {
  return useQuery({
    queryKey: ["ai", "calls"],
    queryFn: () => store.callsSince(monthStart(new Date())),
    refetchOnWindowFocus: true,
  }).data;
}

export function useLimit() {
  return useQuery({
    queryKey: ["ai", "limit"],
    queryFn: async () => (await store.readLimit()) ?? null,
  }).data;
}

export function useOwnPrices() {
  return useQuery({ queryKey: ["ai", "prices"], queryFn: () => store.ownPrices() }).data ?? [];
}

/** Whether this browser has a model of its own. */
export function useHasBuiltin(): boolean {
  return (
    useQuery({
      queryKey: ["ai", "builtin"],
      queryFn: () =>
        builtin.check({ address: "", fetch }, new AbortController().signal).then(
          () => true,
          () => false,
        ),
    }).data ?? false
  );
}
