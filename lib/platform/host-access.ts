import { browser } from "./browser";

/** `https://api.example/v1` → `https://api.example/*`, the form in which access to an address is asked for. */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Whether access to an address can be asked for: the manifest names which kinds. */
export function mayAsk(address: string): boolean {
  return (
    URL.canParse(address) && /^(?:https:|http:\/\/(?:localhost|127\.0\.0\.1)\b)/u.test(address)
  );
}

/** Whether an address may be asked from here even where it does not itself allow it. */
export function hasHostAccess(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(address)] });
}

/** Must run inside a click: browsers refuse the question otherwise. */
export function requestHostAccess(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(address)] });
}
