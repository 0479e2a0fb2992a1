import { browser } from "./browser";

type Press = { readonly isActive: boolean };

/**
 * Shows a page to the person who has just asked for it with a key or a click; without that press it does
 * nothing, whoever calls. The tab given is led there where it stands on the same site, so that nothing else
 * one has open is lost; otherwise the page gets a tab of its own. Returns the tab.
 */
export async function openThere(
  url: string,
  tabId: number | undefined,
  press: Press = navigator.userActivation,
): Promise<number | undefined> {
  if (!press.isActive) return undefined;
  const tab =
    tabId === undefined ? undefined : await browser.tabs.get(tabId).catch(() => undefined);
  if (tab?.id !== undefined && isSameSite(tab.url, url)) {
    const isThere = tab.url === url;
    await browser.tabs.update(tab.id, isThere ? { active: true } : { active: true, url });
    return tab.id;
  }
  return (await browser.tabs.create({ url })).id;
}

function isSameSite(one: string | undefined, other: string): boolean {
  if (one === undefined || !URL.canParse(one)) return false;
  return new URL(one).hostname === new URL(other).hostname;
}
