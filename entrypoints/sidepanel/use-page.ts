import { useEffect, useState } from "react";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import { parseAddress, type Address } from "@/lib/capture/url";
import { browser } from "@/lib/platform/browser";
import { recallTab, watchTab } from "@/lib/platform/tab-memory";

export type Page = { tabId: number; url: string; address: Address };

/** `?tab=ID` holds the panel to one tab: for a panel that is opened as a page of its own. */
function fixedTab(search: string): number | undefined {
  const id = new URLSearchParams(search).get("tab");
  return id === null ? undefined : Number(id);
}

/** The tab beside the panel, as the browser knows it now. */
export async function tabBeside() {
  const fixed = fixedTab(location.search);
  if (fixed !== undefined) return browser.tabs.get(fixed);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** What the tab beside the panel shows, as it changes. Undefined until the browser has answered. */
export function usePage(): Page | undefined {
  const [page, setPage] = useState<Page>();
  useEffect(() => {
    const fixed = fixedTab(location.search);
    let shown: number | undefined = fixed;

    const look = async () => {
      const tab = await tabBeside();
      if (tab?.id === undefined) return;
      shown = tab.id;
      // The browser hides the address of pages this product has no business with.
      const url = tab.url ?? "";
      setPage({ tabId: tab.id, url, address: parseAddress(url) });
    };
    const onUpdated = (tabId: number, change: { url?: string; status?: string }) => {
      if (tabId === shown && (change.url !== undefined || change.status === "complete"))
        void look();
    };
    const onActivated = () => void look();

    void look();
    browser.tabs.onUpdated.addListener(onUpdated);
    if (fixed === undefined) browser.tabs.onActivated.addListener(onActivated);
    return () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onActivated.removeListener(onActivated);
    };
  }, []);
  return page;
}

/** What the last capture of the tab gave, also one made from the toolbar before the panel opened. */
export function useOutcome(
  tabId: number | undefined,
  onNew: (outcome: CaptureOutcome) => void,
): CaptureOutcome | undefined {
  const [outcome, setOutcome] = useState<CaptureOutcome>();
  useEffect(() => {
    if (tabId === undefined) return undefined;
    let isLate = false;
    void recallTab<CaptureOutcome>(tabId).then((last) => isLate || setOutcome(last));
    const stop = watchTab<CaptureOutcome>(tabId, (next) => {
      // What is remembered was read before this: should it come after it, it is no longer so.
      isLate = true;
      setOutcome(next);
      if (next) onNew(next);
    });
    return () => {
      isLate = true;
      stop();
    };
  }, [tabId, onNew]);
  return outcome;
}

/** The browser's shortcuts as the person may have changed them; empty where there is none. */
export type CommandKeys = { capture: string; write: string };

export function useCommandKeys(): CommandKeys {
  const [keys, setKeys] = useState<CommandKeys>({ capture: "", write: "" });
  useEffect(() => {
    void browser.commands.getAll().then((commands) => {
      const of = (wanted: string) => commands.find(({ name }) => name === wanted)?.shortcut ?? "";
      setKeys({ capture: of("capture"), write: of("write") });
    });
  }, []);
  return keys;
}
