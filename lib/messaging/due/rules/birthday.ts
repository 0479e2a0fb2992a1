import { DAY, dueId, type Due, type Scene } from "../due";

/** Wishes may be two days late. */
const LATE = 2;

/** `MM-DD` of today and of the days before on which one may still write, in the zone of the device. */
export function birthdaysNow(now: Date, late = LATE): Map<string, Date> {
  const days = new Map<string, Date>();
  for (let back = 0; back <= late; back++) {
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
    days.set(monthDay(day), day);
    if (isBeforeMarch(day)) days.set("02-29", day);
  }
  return days;
}

/** `MM-DD` → the day, of today and of the days to come. */
export function birthdaysAhead(now: Date, days: number): Map<string, Date> {
  const ahead = new Map<string, Date>();
  for (let on = 0; on <= days; on++) {
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + on);
    ahead.set(monthDay(day), day);
    if (isBeforeMarch(day) && !ahead.has("02-29")) ahead.set("02-29", day);
  }
  return ahead;
}

/** Whose birthday it is, or was a day or two ago. */
export function birthday({ people, now }: Scene): Due[] {
  const days = birthdaysNow(now);
  return [...people.values()].flatMap(({ id, contact }): Due[] => {
    const day = days.get(contact?.birthday ?? "");
    if (!day) return [];
    const at = day.toISOString();
    return [
      {
        taskId: dueId("birthday", id, String(day.getFullYear())),
        kind: "congratulate",
        personId: id,
        dueAt: at,
        reason: { rule: "birthday", at, on: { table: "people", id } },
      },
    ];
  });
}

/** In other years the 29th of February is celebrated on the 28th. */
function isBeforeMarch(day: Date): boolean {
  return monthDay(day) === "02-28" && new Date(day.getTime() + DAY).getMonth() === 2;
}

function monthDay(day: Date): string {
  return `${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
}
