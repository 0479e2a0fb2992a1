import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { VoiceFacts } from "@/lib/ai/tasks/voice";
import { ownMessages, readDraft, rescueKept } from "@/lib/messaging/store/drafts";
import {
  findSelf,
  readAccount,
  readFacts,
  recentJobs,
  type Account,
} from "@/lib/messaging/store/facts";
import { seedStarters } from "@/lib/messaging/store/starters";
import { allTemplateStats, listTemplates } from "@/lib/messaging/store/templates";
import { starterLanguages } from "@/lib/messaging/starter/list";
import { learnVoice } from "@/lib/messaging/voice";
import type { Template } from "@/lib/model/template";

type FactsAsk = { personId: string; jobId?: string; language: string };

/** Every template. The starter set of the language is put in before the first look. */
export function templatesQuery(language: string) {
  return queryOptions({
    queryKey: ["templates", "all", language],
    queryFn: async (): Promise<readonly Template[]> => {
      const known = starterLanguages.find((one) => one === language);
      // Read beside the question whether the set is there: it is, but for once.
      const [isNew, templates] = await Promise.all([
        known ? seedStarters(known) : false,
        listTemplates(),
      ]);
      return isNew ? listTemplates() : templates;
    },
  });
}

export function useTemplates(language: string): readonly Template[] | undefined {
  return useQuery({ ...templatesQuery(language), placeholderData: keepPreviousData }).data;
}

/** What was begun to somebody. The sheet is what counts once it stands; its own saves must not read it anew. */
export function begunQuery(personId: string) {
  return queryOptions({
    queryKey: ["messages", "draft", personId],
    queryFn: async () => {
      await rescueKept();
      return (await readDraft(personId)) ?? null;
    },
    staleTime: 0,
    gcTime: 0,
  });
}

export function useTemplateStats() {
  return useQuery({ queryKey: ["messages", "stats"], queryFn: () => allTemplateStats() }).data;
}

/** What a draft to this person may speak of; fresh when the person's row or the history changed. */
export function factsQuery(ask: FactsAsk | undefined) {
  return queryOptions({
    queryKey: ["people", "facts", ask],
    queryFn: () => (ask ? readFacts(ask) : null),
  });
}

export function useFacts(ask: FactsAsk | undefined) {
  return useQuery({ ...factsQuery(ask), placeholderData: keepPreviousData });
}

/** Looks for the notebook's owner among everyone, once a screen, after all that is shown has been read. */
export function useSelfLookup(isWanted: boolean) {
  return useQuery({
    queryKey: ["self"],
    enabled: isWanted,
    queryFn: async () => (await findSelf()) ?? null,
  }).data;
}

export const accountQuery = queryOptions({
  queryKey: ["settings", "account"],
  queryFn: () => readAccount(),
});

export function useAccount(): Account {
  return useQuery(accountQuery).data ?? "free";
}

export function useRecentJobs() {
  return useQuery({ queryKey: ["jobs", "recent"], queryFn: () => recentJobs() }).data ?? [];
}

/** How the person writes in a language, learnt here and kept nowhere. */
export function useVoice(language: string): VoiceFacts | undefined {
  const sent = useQuery({ queryKey: ["messages", "own"], queryFn: () => ownMessages() }).data;
  return useMemo(() => {
    if (!sent || (language !== "en" && language !== "fr")) return undefined;
    return learnVoice(sent, language);
  }, [sent, language]);
}
