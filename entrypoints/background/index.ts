import { defineBackground } from "wxt/utils/define-background";
import { takeAgreementsBack } from "@/lib/ai/store";
import { findSaved } from "@/lib/capture/saved";
import { parseAddress } from "@/lib/capture/url";
import { cloudSession } from "@/lib/cloud/extension-session";
import { keepTidy } from "@/lib/contacts/store/tidy";
import { openDb } from "@/lib/data/db";
import { bridge } from "@/lib/platform/bridge";
import { browser } from "@/lib/platform/browser";
import { onConsentTaken } from "@/lib/platform/data-consent";
import { openPanel } from "@/lib/platform/open-panel";
import { wishToWrite } from "@/lib/platform/wish";
import { registry, watchTeams } from "@/lib/workspaces/extension-registry";
import { tidyAll } from "@/lib/workspaces/tidy-all";
import { i18n } from "#i18n";
import { captureAndTell, lookAndTell, tellOfNewPage } from "./capture";
import { chosenDb } from "./chosen-db";
import { startSync } from "./sync";
import { forgetWatch, keepRows, startWatch, stopWatch } from "./watch";

const MENU_ID = "capture";
/** No tab has this number. */
const NO_TAB = -1;
const LINKEDIN_PAGES = ["https://*.linkedin.com/*"];

export default defineBackground(() => {
  const sync = startSync();
  const tidy = tidyAll({
    teams: registry.teams,
    watchTeams,
    tidy: (database) => keepTidy(openDb(database)),
  });

  // A worker may have been started by this very event: every listener is set before the first await.
  browser.action.onClicked.addListener((tab) => captureByHand(tab));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "capture" && tab) captureByHand(tab);
    if (command === "write" && tab) writeByHand(tab);
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
    void tellOfMove(tabId, change);
  });

  onConsentTaken(() => {
    void cloudSession.signOut();
    void takeAgreementsBack();
  });

  bridge.onMessage("captureTab", ({ data }) => captureAndTell(data.tabId));
  bridge.onMessage("lookAtTab", ({ data }) => lookAndTell(data.tabId));
  bridge.onMessage("startWatch", ({ data }) => startWatch(data.tabId));
  bridge.onMessage("stopWatch", ({ data }) => stopWatch(data.tabId));
  bridge.onMessage("rowsCame", ({ data, sender }) => keepRows(sender.tab?.id ?? NO_TAB, data));
  bridge.onMessage("watchEnded", async ({ sender }) => {
    await forgetWatch(sender.tab?.id ?? NO_TAB);
  });
  bridge.onMessage("syncNow", ({ data }) => {
    // What was written while this worker slept, it has not heard of.
    if (data.because === "write") tidy.wake();
    const { workspaceId, seq } = data;
    if (workspaceId !== undefined && seq !== undefined) return sync.hint(workspaceId, seq);
    return sync.wake(data.because);
  });
});

/** A page that is left or loaded anew takes its watcher with it. */
async function tellOfMove(tabId: number, change: { status?: string; url?: string }) {
  if (change.status === "loading") await stopWatch(tabId);
  if (change.url) await tellOfNewPage(tabId, change.url);
}

/** The panel opens on a draft to the person in the tab. Whoever is not kept yet is captured first. */
function writeByHand(tab: { id?: number; windowId?: number; url?: string }): void {
  const { id: tabId, url = "" } = tab;
  if (tabId !== undefined) void wishToWrite({ tabId });
  void openPanel(tab.windowId);
  if (tabId !== undefined) void findThenWish(tabId, url);
}

async function findThenWish(tabId: number, url: string): Promise<void> {
  if (parseAddress(url).kind !== "profile") return;
  const db = await chosenDb();
  if (await findSaved(db, url)) return;
  await captureAndTell(tabId);
  const saved = await findSaved(db, url);
  if (saved?.table === "people") await wishToWrite({ tabId, personId: saved.id });
}

function captureByHand(tab: { id?: number; windowId?: number }): void {
  void openPanel(tab.windowId);
  if (tab.id !== undefined) void captureAndTell(tab.id);
}
