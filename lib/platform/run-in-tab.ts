import { browser } from "./browser";

type Injection = { files: string[] } | { func: (data: unknown) => void; args: unknown[] };

/**
 * Runs one built script in the tab's top frame and returns the value it ends on. `data` is laid out for it first, in
 * the extension's own world, which the page cannot see.
 * @throws whatever the browser says of a page that no extension may enter (its own pages, the store, PDF viewers).
 */
export async function runInTab(tabId: number, file: string, data?: unknown): Promise<unknown> {
  if (data !== undefined) await inject(tabId, { func: layOut, args: [data] });
  return inject(tabId, { files: [file] });
}

async function inject(tabId: number, what: Injection): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, ...what });
  return frame?.result;
}

/** Runs in the tab: it is sent as text, so it knows nothing but its argument. */
function layOut(data: unknown): void {
  Object.assign(globalThis, { rapportData: data });
}
