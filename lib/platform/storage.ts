import { browser } from "./browser";

/** A key-value area of the browser: `local` outlives a restart, `session` lives in memory until the browser closes. */
export type StorageArea = "local" | "session";

export async function readItem<T>(area: StorageArea, key: string): Promise<T | undefined> {
  const found = await browser.storage[area].get(key);
  return found[key] as T | undefined;
}

export async function writeItem(area: StorageArea, key: string, value: unknown): Promise<void> {
  await browser.storage[area].set({ [key]: value });
}

export async function removeItem(area: StorageArea, key: string): Promise<void> {
  await browser.storage[area].remove(key);
}

/** Calls back with the new value (undefined when removed) on a change made in any context. Returns the way to stop. */
export function watchItem<T>(
  area: StorageArea,
  key: string,
  onChange: (value: T | undefined) => void,
): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
    const change = changes[key];
    if (changedArea === area && change) onChange(change.newValue as T | undefined);
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
