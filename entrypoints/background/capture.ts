import { badgeOf } from "@/lib/capture/badge-state";
import type { Capture } from "@/lib/capture/capture";
import { captureTab, lookAtTab, type CaptureOutcome } from "@/lib/capture/capture-tab";
import { inOneList } from "@/lib/capture/list-outcome";
import { findSaved } from "@/lib/capture/saved";
import { storeCapture } from "@/lib/capture/store";
import { lookAtList, storeList } from "@/lib/capture/store/list";
import { isSamePage } from "@/lib/capture/url";
import { storeThread } from "@/lib/messaging/store/thread";
import { setBadge, type BadgeState } from "@/lib/platform/badge";
import { browser } from "@/lib/platform/browser";
import { goFirst } from "@/lib/platform/giving-way";
import { runInTab } from "@/lib/platform/run-in-tab";
import { forgetTab, recallTab, rememberTab } from "@/lib/platform/tab-memory";
import { i18n } from "#i18n";
import { chosenDb } from "./chosen-db";
import { keepPage, refine } from "./keep-page";

/** Reads the tab, stores what it shows, and says so on the toolbar and in the tab's memory. */
export function captureAndTell(tabId: number): Promise<CaptureOutcome> {
  return goFirst(() => captureNow(tabId));
}

async function captureNow(tabId: number): Promise<CaptureOutcome> {
  const tab = await browser.tabs.get(tabId);
  let captured: Capture | undefined;
  const read = await captureTab(
    { id: tabId, url: tab.url },
    {
      readPage: runInTab,
      refine: async (capture) => (captured = await refine(tabId, capture)),
      store: async (capture) => storeCapture(await chosenDb(), capture),
      storeList: async (capture) => storeList(await chosenDb(), capture),
      storeThread: async (capture) => storeThread(await chosenDb(), capture),
    },
  );
  const outcome = inOneList(await recallTab<CaptureOutcome>(tabId), read);
  await rememberTab(tabId, outcome);
  await showBadge(tabId, badgeOf(outcome));
  void keepPage(tabId, outcome, captured);
  return outcome;
}

/** Says what saving the list in the tab would do. Nothing is kept of it, and nothing is said on the toolbar. */
export async function lookAndTell(tabId: number): Promise<CaptureOutcome> {
  const tab = await browser.tabs.get(tabId);
  const outcome = await lookAtTab(
    { id: tabId, url: tab.url },
    {
      readPage: runInTab,
      refine: (capture) => refine(tabId, capture),
      lookAtList: async (capture) => lookAtList(await chosenDb(), capture),
    },
  );
  await rememberTab(tabId, outcome);
  return outcome;
}

/** Another address stands in the tab: what was said of the last page holds only while it is about the same one. */
export async function tellOfNewPage(tabId: number, url: string): Promise<void> {
  const last = await recallTab<CaptureOutcome>(tabId);
  if (last && isSamePage(last.url, url)) return showBadge(tabId, badgeOf(last));
  await forgetTab(tabId);
  const saved = await findSaved(await chosenDb(), url);
  await showBadge(tabId, saved ? "saved" : "none");
}

export function showBadge(tabId: number, state: BadgeState): Promise<void> {
  return setBadge(tabId, state, i18n.t(`badge.${state}`));
}
