import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readRelation, readRelations } from "@/lib/messaging/store/relations";
import { usePulse } from "../pulse";

export function useRelations() {
  const pulse = usePulse(["messages", "interactions", "settings"]);
  return useQuery({
    queryKey: ["people", "relations", pulse],
    queryFn: () => readRelations(),
    placeholderData: keepPreviousData,
  }).data;
}

export function useRelation(personId: string) {
  const pulse = usePulse(["tasks", "settings"]);
  return useQuery({
    queryKey: ["people", "relation", personId, pulse],
    queryFn: async () => (await readRelation(personId)) ?? null,
    placeholderData: keepPreviousData,
  }).data;
}
