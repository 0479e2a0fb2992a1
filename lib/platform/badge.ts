import { browser } from "./browser";

/** What the toolbar says of the page in a tab. `none` clears the badge. */
export type BadgeState = "none" | "saved" | "changed" | "partial" | "refused";

const LOOK: Record<BadgeState, { text: string; colour: string }> = {
  none: { text: "", colour: "#00000000" },
  saved: { text: "✓", colour: "#1f7a5a" },
  changed: { text: "±", colour: "#7a4fc0" },
  partial: { text: "…", colour: "#a86400" },
  refused: { text: "!", colour: "#b3261e" },
};

export async function setBadge(tabId: number, state: BadgeState, title: string): Promise<void> {
  const { text, colour } = LOOK[state];
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** What the toolbar says of the pages now open is about a notebook that is gone. */
export async function clearBadges(): Promise<void> {
  const title = browser.runtime.getManifest().action?.default_title ?? "";
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      // A tab may close meanwhile, and its badge with it.
      if (id !== undefined) await setBadge(id, "none", title).catch(() => undefined);
    }),
  );
}
