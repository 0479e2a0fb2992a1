import { browser } from "./browser";

/**
 * Runs one built script in the tab's top frame and returns the value it ends on.
 * @throws whatever the browser says of a page that no extension may enter (its own pages, the store, PDF viewers).
 */
export async function runInTab(tabId: number, file: string): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: [file] });
  return frame?.result;
}
