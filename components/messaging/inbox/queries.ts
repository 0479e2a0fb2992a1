import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readConversation, readInbox } from "@/lib/messaging/store/inbox";
import { usePulse } from "../pulse";

const MINUTE = 60_000;

export function useInbox() {
  const pulse = usePulse(["tasks", "people"]);
  return useQuery({
    queryKey: ["messages", "inbox", pulse],
    queryFn: () => readInbox(),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
  }).data;
}

export function useConversation(personId: string) {
  return useQuery({
    queryKey: ["messages", "with", personId],
    queryFn: () => readConversation(personId),
  }).data;
}
