import { defineBackground } from "wxt/utils/define-background";
import { takeAgreementsBack } from "@/lib/ai/store";
import { cloudSession } from "@/lib/cloud/extension-session";
import { keepTidy } from "@/lib/contacts/store/tidy";
import { openDb } from "@/lib/data/db";
import { bridge } from "@/lib/platform/bridge";
import { browser } from "@/lib/platform/browser";
import { onConsentTaken } from "@/lib/platform/data-consent";
import { openPanel } from "@/lib/platform/open-panel";
import { i18n } from "#i18n";
import { captureAndTell, lookAndTell, tellOfNewPage } from "./capture";
import { startSync } from "./sync";

const MENU_ID = "capture";
const LINKEDIN_PAGES = ["https://*.linkedin.com/*"];

export default defineBackground(() => {
  const sync = startSync();
  const tidy = keepTidy(openDb());

  // A worker may have been started by this very event: every listener is set before the first await.
  browser.action.onClicked.addListener((tab) => captureByHand(tab));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "capture" && tab) captureByHand(tab);
  });
  browser.contextMenus.onClicked.addListener((_info, tab) => {
    if (tab) captureByHand(tab);
  });
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: MENU_ID,
      title: i18n.t("action.title"),
      contexts: ["page", "link", "selection"],
      documentUrlPatterns: LINKEDIN_PAGES,
    });
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.url) void tellOfNewPage(tabId, change.url);
  });

  onConsentTaken(() => {
    void cloudSession.signOut();
    void takeAgreementsBack();
  });

  bridge.onMessage("captureTab", ({ data }) => captureAndTell(data.tabId));
  bridge.onMessage("lookAtTab", ({ data }) => lookAndTell(data.tabId));
  bridge.onMessage("syncNow", ({ data }) => {
    // What was written while this worker slept, it has not heard of.
    if (data.because === "write") tidy.wake();
    return sync.wake(data.because);
  });
});

function captureByHand(tab: { id?: number; windowId?: number }): void {
  void openPanel(tab.windowId);
  if (tab.id !== undefined) void captureAndTell(tab.id);
}
