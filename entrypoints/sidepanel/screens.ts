import type { QueryClient } from "@tanstack/react-query";
import { lazyPart } from "@/components/ui/lazy-part";

/** What takes the place of the list. Fetched while nothing else happens: the list is what one sees first. */
export const RowScreen = lazyPart(() => import("./row-screen"));
export const WriteScreen = lazyPart(() => import("./write-screen"));
export const WorkScreen = lazyPart(() => import("./work-screen"));

export function preloadScreens(): void {
  void RowScreen.preload().then(WriteScreen.preload).then(WorkScreen.preload);
}

/**
 * The screen that an address opens on is fetched before the first picture, not after it: React would hold what
 * comes behind a gap for 300 ms. What a draft needs is read meanwhile.
 */
export async function fetchOpening(hash: string, queries: QueryClient): Promise<void> {
  const [, to] = /^(?:write\/([^/]+)|people\/([^/]+)\/write)$/.exec(hash)?.filter(Boolean) ?? [];
  if (to) {
    const reading = import("@/components/messaging/read-ahead");
    await Promise.all([
      WriteScreen.preload(),
      reading.then(({ readAhead }) => readAhead(queries, to)),
    ]);
  } else if (/^(?:people|jobs)\//.test(hash)) await RowScreen.preload();
}
