import type { PullRequest } from "@/lib/sync/client-state";

/** So many are asked for at once. */
const AT_ONCE = 2;

/** Windows of a snapshot under way, each of so many sequences, below those that were asked for. */
export function nextWindows(
  ask: PullRequest,
  asked: readonly PullRequest[],
  width: number,
): PullRequest[] {
  if (ask.kind === "pull" || ask.before === null) return [];
  const ends = new Map<number | null, number>();
  for (const one of asked) {
    if (one.kind === "pull" || one.epoch !== ask.epoch || one.upto !== ask.upto) continue;
    if (one.from !== undefined) ends.set(one.before, one.from);
  }
  let { before } = ask;
  for (let end = ends.get(before); end !== undefined; end = ends.get(before)) before = end;
  const windows: PullRequest[] = [];
  while (windows.length < AT_ONCE && before > 1) {
    const from = Math.max(1, before - width);
    windows.push({ ...ask, before, from });
    before = from;
  }
  return windows;
}
