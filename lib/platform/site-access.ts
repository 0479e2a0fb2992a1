import { browser } from "./browser";

const ORIGINS = ["https://*.linkedin.com/*"];

/** Firefox lets a person withhold site access; a toolbar click still grants the one tab it happens in. */
export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: ORIGINS });
}

/** Must run inside a click: browsers refuse the question otherwise. */
export function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: ORIGINS });
}
