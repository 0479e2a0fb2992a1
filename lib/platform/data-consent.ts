import { browser } from "./browser";

/** What is on a page, what one wrote, and whom it is about, in Firefox's words. */
const DATA = ["personallyIdentifyingInfo", "personalCommunications", "websiteContent"] as const;

/**
 * Firefox lets a person agree in the browser before anything leaves the device, and take that back; others have no
 * such question, and the answer is yes. Must run inside a click: nothing may be awaited before it.
 * https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/
 */
export async function requestDataConsent(isFirefox = import.meta.env.FIREFOX): Promise<boolean> {
  if (!isFirefox) return true;
  return browser.permissions.request({ data_collection: [...DATA] });
}

/** Calls back when the person takes their consent back in the browser's own settings. */
export function onConsentTaken(then: () => void): void {
  browser.permissions.onRemoved.addListener(({ data_collection: gone = [] }) => {
    if (DATA.some((one) => gone.includes(one))) then();
  });
}
