import type { Page } from "@playwright/test";
import axe from "axe-core";
import { expect } from "./harness";

/** What every screen is held to. */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What a theme can change; the rest is the same page in other colours. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

type Exceptions = {
  /** Rules that do not hold for this state, each with its reason where it is named. */
  except?: string[];
};

/**
 * Holds a screen to WCAG 2.2 AA by axe: by every rule in light, and by those of colours in dark too. Nothing may
 * stand wider than the window. Axe runs in the page itself and says only what is wrong: naming everything that is
 * right takes it ten times as long.
 */
export async function expectAccessible(
  page: Page,
  state: string,
  { except = [] }: Exceptions = {},
): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const every = { runOnly: { type: "tag" as const, values: STANDARD }, rules: off(except) };
  expect(await wrong(page, every), `${state}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const colours = { runOnly: { type: "rule" as const, values: OF_COLOURS } };
  expect(await wrong(page, colours), `${state}, dark`).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${state}: pixels past the right edge`).toBeLessThanOrEqual(0);
}

function off(rules: string[]): axe.RuleObject {
  return Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]));
}

async function wrong(page: Page, options: axe.RunOptions) {
  await expect(async () => {
    // What nobody looks at is not painted, and comes to no rest.
    await page.bringToFront();
    expect(await page.evaluate(underWay)).toBe(0);
  }).toPass({ timeout: 20_000 });
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (asked) => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, { ...asked, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
  }, options);
}

/** What fades in, or from one colour to the next, is read once it has arrived: so many are on their way. */
function underWay(): number {
  return document
    .getAnimations()
    .filter(
      ({ playState, effect }) =>
        playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime),
    ).length;
}
