import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { language as screenLanguage } from "@/components/ui/locale";
import { accountQuery, begunQuery, factsQuery, templatesQuery } from "./queries";

/** Long enough for a slow device to show its first picture. */
const UNTIL_SHOWN = 10_000;

/** Reads what writing to somebody needs while the screen for it is still being fetched: its first picture is whole. */
export async function readAhead(queries: QueryClient, personId: string): Promise<void> {
  const language = screenLanguage();
  await Promise.all([
    queries.prefetchQuery({ ...begunQuery(personId), gcTime: UNTIL_SHOWN }),
    queries.prefetchQuery(templatesQuery(language)),
    queries.prefetchQuery(factsQuery({ personId, language })),
    queries.prefetchQuery(accountQuery),
  ]);
}

/** What was read ahead of a draft counts once: the next sheet to the same person begins with what the last one left. */
export function useNotReadAhead(personId: string): void {
  const queries = useQueryClient();
  useEffect(
    () => () => queries.removeQueries({ queryKey: begunQuery(personId).queryKey }),
    [queries, personId],
  );
}
