import { dueId, daysBefore, type Due, type Move, type Scene } from "../due";

export const MOVE_WINDOW = 30;

/** Somebody moved, as a capture or a newer export showed. Where both saw it, it is one move. */
export function jobChange({ moves, people, now }: Scene): Due[] {
  const since = daysBefore(now, MOVE_WINDOW);
  const first = new Map<string, Move>();
  for (const move of moves) {
    const key = `${move.personId} ${move.company ?? ""} ${move.position ?? ""}`;
    const known = first.get(key);
    if (!known || move.at < known.at) first.set(key, move);
  }
  return [...first.values()]
    .filter(({ at, personId }) => at >= since && people.has(personId))
    .map(({ personId, at, company, position }) => ({
      taskId: dueId("jobChange", personId, company ?? "", position ?? ""),
      kind: "congratulate",
      personId,
      dueAt: at,
      reason: {
        rule: "jobChange",
        at,
        on: { table: "people", id: personId },
        ...(company && { company }),
        ...(position && { position }),
      },
    }));
}
