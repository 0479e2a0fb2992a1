import { defineExtensionMessaging } from "@webext-core/messaging";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";

/** Calls between a screen and the background. A content script has no place here: it owns no data. */
interface Bridge {
  captureTab(request: { tabId: number }): CaptureOutcome;
  /** Reads the list in the tab and keeps nothing of it. */
  lookAtTab(request: { tabId: number }): CaptureOutcome;
  /** `person`: somebody pressed the button, so no wait holds. */
  syncNow(request: { because: "person" | "write" | "visible" }): void;
}

export const bridge = defineExtensionMessaging<Bridge>();
