import { defineExtensionMessaging } from "@webext-core/messaging";
import type { Capture } from "@/lib/capture/capture";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import type { WatchAnswer } from "@/lib/capture/watch/list-watch";

/**
 * Calls between a screen and the background, and between the background and the one script that may stay in a page,
 * the watcher of a list. A page's script owns no data: it may tell of rows, and ask for nothing.
 */
interface Bridge {
  captureTab(request: { tabId: number }): CaptureOutcome;
  /** Reads the list in the tab and keeps nothing of it. */
  lookAtTab(request: { tabId: number }): CaptureOutcome;
  /** Goes on saving the list in the tab as the person scrolls, until `stopWatch`. */
  startWatch(request: { tabId: number }): CaptureOutcome;
  stopWatch(request: { tabId: number }): void;
  /** From the watched page: rows that came, as the page script read them. */
  rowsCame(fresh: Capture): WatchAnswer;
  /** From the watched page: the person stopped it there, or went on to another page. */
  watchEnded(): void;
  /** To the watched page. */
  endWatch(): void;
  /** `person`: somebody pressed the button, so no wait holds. */
  syncNow(request: {
    because: "person" | "write" | "visible" | "hint";
    workspaceId?: string;
    seq?: number;
  }): void;
}

export const bridge = defineExtensionMessaging<Bridge>();
