import { readItem, removeItem, watchItem, writeItem } from "./storage";

/**
 * What was last said of a tab, kept in the browser's session memory so that it outlives a killed
 * worker and reaches a panel that opens later. It ends with the browser.
 */
const key = (tabId: number) => `tab:${tabId}`;

export function rememberTab(tabId: number, value: unknown): Promise<void> {
  return writeItem("session", key(tabId), value);
}

export function recallTab<T>(tabId: number): Promise<T | undefined> {
  return readItem<T>("session", key(tabId));
}

export function forgetTab(tabId: number): Promise<void> {
  return removeItem("session", key(tabId));
}

export function watchTab<T>(tabId: number, onChange: (value: T | undefined) => void): () => void {
  return watchItem<T>("session", key(tabId), onChange);
}
