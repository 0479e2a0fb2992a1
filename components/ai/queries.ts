import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { monthStart } from "@/lib/ai/budget";
import { builtin } from "@/lib/ai/providers/builtin";
import * as store from "@/lib/ai/store";

/** Reads anew whatever is shown of the AI when another screen, or this one, changed it. */
export function useAiWatch(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      store.onAiChange(() => {
        void queries.invalidateQueries({ queryKey: ["ai"] });
        // Whom to ask stands in the settings, who can be asked here.
        void queries.invalidateQueries({ queryKey: ["settings", "ai"] });
      }),
    [queries],
  );
}

export function useReach() {
  return useQuery({
    queryKey: ["ai", "reach"],
    queryFn: () => store.listReach(),
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
