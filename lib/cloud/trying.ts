import type { Fetch } from "./api";

/** Nothing heard for so long, while somebody waits for it: the connection may be a dead one. */
const SILENCE_MS = 5000;

type Clock = { now: () => number; later: (work: () => void, ms: number) => () => void };

/**
 * One try of the sync, which can be hurried. A request that goes unanswered is given half a minute, since nobody
 * waits; once somebody asks, what has been silent for five seconds is let go, so that a new try begins.
 */
export function createTrying(fetch: Fetch = globalThis.fetch, { now, later }: Clock) {
  const letGo = new AbortController();
  let heardAt = now();
  let callOff: (() => void) | undefined;

  function look(): void {
    if (now() - heardAt < SILENCE_MS) return hurry();
    // Called what the limit of half a minute is called: what was sent may have been too much at once.
    letGo.abort(new DOMException("Nothing was heard of it.", "TimeoutError"));
  }

  /** Somebody waits for this try. */
  function hurry(): void {
    callOff?.();
    callOff = later(look, Math.max(0, heardAt + SILENCE_MS - now()));
  }

  return {
    hurry,
    end: () => callOff?.(),
    fetch: (async (input, init) => {
      heardAt = now();
      const signals = [letGo.signal, init?.signal].filter(
        (signal) => signal instanceof AbortSignal,
      );
      const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
      heardAt = now();
      return response;
    }) satisfies Fetch,
  };
}
