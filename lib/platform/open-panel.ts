import { browser, sidePanel } from "./browser";

/** Opens the side panel (Chrome, Edge) or the sidebar (Firefox). Must be the first call in a click: an await before it loses the gesture. */
export function openPanel(windowId: number | undefined): Promise<void> {
  const panel = sidePanel();
  if (!panel) return browser.sidebarAction.open();
  if (windowId === undefined) return Promise.resolve();
  return panel.open({ windowId });
}
