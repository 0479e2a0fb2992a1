import { browser } from "./browser";

/** `https://api.example/v1` → `https://api.example/*`, the form in which access to an address is asked for. */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Whether an address may be asked from here even where it does not itself allow it. */
export function hasHostAccess(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(address)] });
}

/** Must run inside a click: browsers refuse the question otherwise. */
export function requestHostAccess(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(address)] });
}
