import type { Person } from "@/lib/model/person";
import { DAY, dueId, daysAfter, type Due, type LastContact, type Scene } from "../due";

export type Interval = { days: number; tag?: string };

/** One's own interval for a person, else the shortest among their tags. */
export function intervalOf(
  { keepInTouchDays, tags }: Pick<Person, "keepInTouchDays" | "tags">,
  byTag: Readonly<Record<string, number>>,
): Interval | undefined {
  if (keepInTouchDays !== undefined) return { days: keepInTouchDays };
  const [shortest] = (tags ?? [])
    .flatMap((tag) => (byTag[tag] === undefined ? [] : [{ days: byTag[tag], tag }]))
    .toSorted((a, b) => a.days - b.days);
  return shortest;
}

/** What an interval counts from: the last real contact, else when one connected or first kept them. */
export function countedFrom(person: Person, known?: LastContact): LastContact {
  const { lastInteractionAt, connectedAt, createdAt, id } = person;
  const own = lastInteractionAt ?? connectedAt ?? createdAt;
  const at = own.length === 10 ? `${own}T12:00:00.000Z` : own;
  return known && (!lastInteractionAt || known.at > at)
    ? known
    : { at, on: { table: "people", id } };
}

/** More time has passed than one wanted. What is skipped comes back when the interval has passed once more. */
export function keepInTouch({ people, lastContacts, keepInTouchTags, now }: Scene): Due[] {
  return [...people.values()].flatMap((person): Due[] => {
    const interval = intervalOf(person, keepInTouchTags);
    if (!interval) return [];
    const { at, on } = countedFrom(person, lastContacts.get(person.id));
    const round = Math.floor((now.getTime() - Date.parse(at)) / (interval.days * DAY));
    if (round < 1) return [];
    return [
      {
        taskId: dueId("keepInTouch", person.id, at, String(round)),
        kind: "message",
        personId: person.id,
        dueAt: daysAfter(at, interval.days * round),
        reason: { rule: "keepInTouch", at, on, ...interval },
      },
    ];
  });
}
