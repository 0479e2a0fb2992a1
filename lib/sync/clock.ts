/**
 * Hybrid logical clock. A stamp is `mmmmmmmmmccc-node`: milliseconds (9 base-36 digits, enough until
 * the year 5188), counter (3 digits), and who made it; comparing two stamps as strings orders them.
 */
export type Stamp = string;
export type Clock = { ms: number; counter: number };

/** How far ahead of the server a stamp may run before the server puts its own in its place. */
export const MAX_SKEW_MS = 5 * 60_000;
export const STAMP = /^[0-9a-z]{12}-[0-9a-z]{1,40}~?$/;
export const CLIENT_ID = /^[0-9a-z]{1,40}$/;

const COUNTERS = 36 ** 3;

export function formatStamp(clock: Clock, node: string): Stamp {
  const ms = clock.ms.toString(36).padStart(9, "0");
  return `${ms}${clock.counter.toString(36).padStart(3, "0")}-${node}`;
}

export function parseStamp(stamp: Stamp): Clock {
  return {
    ms: Number.parseInt(stamp.slice(0, 9), 36),
    counter: Number.parseInt(stamp.slice(9, 12), 36),
  };
}

export function stampMs(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, 9), 36);
}

/** The next instant of this clock: after everything it made or saw, and not before `now`. */
export function tick(clock: Clock, now: number): Clock {
  if (now > clock.ms) return { ms: Math.floor(now), counter: 0 };
  if (clock.counter + 1 < COUNTERS) return { ms: clock.ms, counter: clock.counter + 1 };
  return { ms: clock.ms + 1, counter: 0 };
}

/** Having seen `stamp`, the clock never falls behind it. */
export function receive(clock: Clock, stamp: Stamp): Clock {
  const seen = parseStamp(stamp);
  const later = seen.ms > clock.ms || (seen.ms === clock.ms && seen.counter > clock.counter);
  return later ? seen : clock;
}

/** A clock that ran ahead comes back as far as stamps already accepted allow. */
export function calm(clock: Clock, serverNow: number, maxSkew = MAX_SKEW_MS): Clock {
  const limit = Math.floor(serverNow) + maxSkew;
  return clock.ms > limit ? { ms: limit, counter: COUNTERS - 1 } : clock;
}

/** The smallest form of randomness a device is known by: 16 base-36 digits, some 82 bits. */
export function newClientId(bytes = crypto.getRandomValues(new Uint8Array(16))): string {
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}
