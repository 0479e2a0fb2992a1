import type { Interaction } from "@/lib/model/interaction";
import { dueId, daysBefore, type Due, type Scene } from "../due";

const TALKS: ReadonlySet<Interaction["type"]> = new Set(["meeting", "interview", "call"]);
/** After that, thanks come late. */
export const THANK_WINDOW = 4;

/** One talked with somebody and has not written since. */
export function thank({ interactions, people, conversations, now }: Scene): Due[] {
  const since = daysBefore(now, THANK_WINDOW);
  const latest = new Map<string, Interaction>();
  for (const one of interactions) {
    if (!TALKS.has(one.type) || one.at < since || one.at > now.toISOString()) continue;
    if (one.at > (latest.get(one.personId)?.at ?? "")) latest.set(one.personId, one);
  }
  return [...latest.values()].flatMap(({ id, personId, at, type }): Due[] => {
    const written = conversations.get(personId)?.lastSent?.sentAt ?? "";
    if (!people.has(personId) || written > at) return [];
    return [
      {
        taskId: dueId("thank", id),
        kind: "thank",
        personId,
        dueAt: at,
        reason: { rule: "thank", at, on: { table: "interactions", id }, what: type },
      },
    ];
  });
}
