import { browser } from "@/lib/platform/browser";

/** Opens another screen of the product in a tab: `/options.html#account`. */
export function openPage(path: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(path) });
}
