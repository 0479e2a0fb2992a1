import * as z from "zod";
import { instantOf, nextDay, wallTime, weekday, type WallTime } from "./zoned-time";

const MINUTE = 60_000;
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When somebody works, by their own clock. `until` itself is no working minute any more. */
export const workingHours = z
  .object({
    /** 0 Sunday to 6 Saturday. */
    days: z.array(z.int().min(0).max(6)).min(1).max(7),
    from: time,
    until: time,
  })
  .refine(({ from, until }) => from < until, { message: "from must be before until" });
export type WorkingHours = z.infer<typeof workingHours>;

export function isWorking(at: number, zone: string, hours: WorkingHours): boolean {
  const wall = wallTime(at, zone);
  const minute = minuteOf(wall);
  return (
    hours.days.includes(weekday(wall)) &&
    minute >= minutes(hours.from) &&
    minute < minutes(hours.until)
  );
}

/** The first moment from `at` on that is inside the hours; `at` itself if it is. */
export function nextWorking(at: number, zone: string, hours: WorkingHours): number {
  if (isWorking(at, zone, hours)) return at;
  const now = wallTime(at, zone);
  let day: Pick<WallTime, "year" | "month" | "day"> = now;
  // A day's hours may all lie in the hour a clock leaves out; a fortnight holds a day on which they do not.
  for (let tries = 0; tries < 15; tries++) {
    const opening = Math.max(at, instantOf({ ...day, ...clock(minutes(hours.from)) }, zone));
    if (isWorking(opening, zone, hours)) return opening;
    // An opening in a gap begins with the first minute after it, if that is still inside.
    const rounded = Math.ceil(opening / MINUTE) * MINUTE;
    if (isWorking(rounded, zone, hours)) return rounded;
    day = nextDay({ ...now, ...day });
  }
  throw new Error(`No working hour in ${zone} within a fortnight.`);
}

function clock(minute: number): Pick<WallTime, "hour" | "minute"> {
  return { hour: Math.floor(minute / 60), minute: minute % 60 };
}

function minuteOf({ hour, minute }: WallTime): number {
  return hour * 60 + minute;
}

function minutes(text: string): number {
  const [hour, minute] = text.split(":").map(Number);
  return hour! * 60 + minute!;
}
