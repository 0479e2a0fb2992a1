import type { Person } from "@/lib/model/person";
import { isReceived } from "../../conversation";
import { dueId, daysBefore, type Due, type Scene } from "../due";

/** Older than this, an answer is another message. */
const WINDOW = 45;

/** Somebody one knows wrote last. A stranger's first message waits in the inbox and asks for nothing. */
export function answer({ conversations, people, now }: Scene): Due[] {
  const since = daysBefore(now, WINDOW);
  return [...conversations.values()].flatMap(({ personId, last, lastSent }): Due[] => {
    const person = people.get(personId);
    if (!person || !isReceived(last) || last.sentAt! < since) return [];
    if (!lastSent && !isKnown(person)) return [];
    return [
      {
        taskId: dueId("answer", personId, last.id),
        kind: "answer",
        personId,
        dueAt: last.sentAt!,
        reason: {
          rule: "answer",
          at: last.sentAt!,
          on: { table: "messages", id: last.id },
          ...(last.content && { text: last.content }),
        },
      },
    ];
  });
}

function isKnown({ degree, connectedAt, notes, tags }: Person): boolean {
  return degree === 1 || Boolean(connectedAt ?? notes) || (tags?.length ?? 0) > 0;
}
