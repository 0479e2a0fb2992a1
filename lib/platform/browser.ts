import browser from "webextension-polyfill";

/** Chrome's side panel, which the polyfill passes through untyped; absent in Firefox. */
type SidePanel = { open(options: { windowId: number }): Promise<void> };

/** The one door to browser APIs: promises in every browser, and one place to fake in a test. */
export { browser };

export function sidePanel(): SidePanel | undefined {
  return (browser as unknown as { sidePanel?: SidePanel }).sidePanel;
}
