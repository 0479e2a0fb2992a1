import type { QueryClient } from "@tanstack/react-query";
import { lazyPart } from "@/components/ui/lazy-part";

/** What takes the place of the list. Fetched while nothing else happens: the list is what one sees first. */
export const RowScreen = lazyPart(() => import("./row-screen"));
export const WriteScreen = lazyPart(() => import("./write-screen"));
export const WorkScreen = lazyPart(() => import("./work-screen"));

export function preloadScreens(): void {
  void RowScreen.preload().then(WriteScreen.preload).then(WorkScreen.preload);
}

/** The screen that an address opens on. */
export async function fetchScreen(hash: string): Promise<void> {
  if (writtenTo(hash) !== undefined)
    await Promise.all([WriteScreen.preload(), import("@/components/messaging/read-ahead")]);
  else if (/^(?:people|jobs)\//.test(hash)) await RowScreen.preload();
}

/**
 * What an address opens on is there before the first picture, not after it: React would hold what comes behind a
 * gap for 300 ms. What a draft needs is read meanwhile.
 */
export async function fetchOpening(hash: string, queries: QueryClient): Promise<void> {
  const to = writtenTo(hash);
  const fetching = fetchScreen(hash);
  if (to !== undefined) {
    const { readAhead } = await import("@/components/messaging/read-ahead");
    await readAhead(queries, to);
  }
  await fetching;
}

function writtenTo(hash: string): string | undefined {
  const found = /^(?:write\/([^/]+)|people\/([^/]+)\/write)$/.exec(hash);
  return found?.[1] ?? found?.[2];
}
