import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readJob } from "@/lib/contacts/store";
import type { Card } from "@/lib/messaging/due/queue";
import { readBudget, readQueue } from "@/lib/messaging/store/due";
import { readLast } from "@/lib/messaging/store/inbox";
import type { Job } from "@/lib/model/job";
import type { Message } from "@/lib/model/message";
import { usePulse } from "../pulse";

const MINUTE = 60_000;

/** What is due now; read again when anything it stands on changes, and as time passes. */
export function useQueue(): readonly Card[] | undefined {
  const pulse = usePulse(["messages", "people", "interactions", "applications", "settings"]);
  return useQuery({
    queryKey: ["tasks", "queue", pulse],
    queryFn: () => readQueue(),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
  }).data;
}

export function useBudget() {
  const pulse = usePulse(["interactions", "settings"]);
  return useQuery({
    queryKey: ["messages", "budget", pulse],
    queryFn: () => readBudget(),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
  }).data;
}

/** The last message exchanged with somebody; null where there is none. */
export function useLast(personId: string | undefined): Message | null | undefined {
  return useQuery({
    queryKey: ["messages", "last", personId],
    queryFn: async () => (personId === undefined ? null : ((await readLast(personId)) ?? null)),
  }).data;
}

/** The job an action is about; null where it is about none. */
export function useJobOf(jobId: string | undefined): Job | null | undefined {
  return useQuery({
    queryKey: ["jobs", "of", jobId],
    queryFn: () => (jobId === undefined ? null : readJob(jobId)),
  }).data;
}
