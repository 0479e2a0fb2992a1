/** A wall clock's reading, and the way between it and an instant, through every change of summer time. */

export type WallTime = { year: number; month: number; day: number; hour: number; minute: number };

const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the runtime knows the zone (an IANA name). */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** What the clock on the wall shows there, to the minute. */
export function wallTime(at: number, zone: string): WallTime {
  const read: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) read[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = read;
  return { year, month, day, hour, minute };
}

/** 0 Sunday to 6 Saturday. */
export function weekday({ year, month, day }: WallTime): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/**
 * The instant at which the clock there shows this: the first of two where it is set back, and the moment of the
 * jump's end where the hour is left out.
 */
export function instantOf(wall: WallTime, zone: string): number {
  const asUtc = utcOf(wall);
  const offsets = [offsetAt(asUtc - 86_400_000, zone), offsetAt(asUtc + 86_400_000, zone)];
  const candidates = offsets.map((offset) => asUtc - offset).toSorted((a, b) => a - b);
  const exact = candidates.find((at) => utcOf(wallTime(at, zone)) === asUtc);
  if (exact !== undefined) return exact;
  return firstAfter(candidates[0]!, candidates[1]!, asUtc, zone);
}

/** In a gap: the first instant whose reading is past what was asked for. */
function firstAfter(from: number, to: number, asUtc: number, zone: string): number {
  let [before, after] = [Math.min(from, to) - MINUTE, Math.max(from, to) + MINUTE];
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
    if (utcOf(wallTime(middle, zone)) > asUtc) after = middle;
    else before = middle;
  }
  return after;
}

/** The next day's date, whatever the clocks do in between. */
export function nextDay({ year, month, day }: WallTime): Pick<WallTime, "year" | "month" | "day"> {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

function offsetAt(at: number, zone: string): number {
  return utcOf(wallTime(at, zone)) - Math.floor(at / MINUTE) * MINUTE;
}

function utcOf({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}
