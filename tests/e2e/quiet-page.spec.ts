import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { builtExtension, launchBrowser } from "@/scripts/browser";
import type { Family } from "@/scripts/practice/switches";
import { expect, test as base } from "./harness";
import { probe, startWatching, whatThePageSees } from "./watching-page";

const test = base.extend<object, { bare: BrowserContext }>({
  /** The same browser without the extension: what a page sees there is all that it should ever see. */
  bare: [
    async ({ network }, use) => {
      const profile = mkdtempSync(join(tmpdir(), "rapport-bare-"));
      const context = await launchBrowser({ profile, flags: network.browserFlags });
      await use(context);
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
    { scope: "worker" },
  ],
});

// One browser without the extension for all of them.
test.describe.configure({ mode: "default" });

const families: Family[] = ["sdui", "ember", "guest"];

test("a watchful page sees the same as without the extension, before and after a capture", async ({
  device,
  bare,
}) => {
  for (const family of families)
    await test.step(family, async () => {
      const path = `/in/ilse-vantoren/?practice=all&family=${family}`;
      const without = await watched(bare, path);
      const page = await watched(device.context, path);
      const expected = await without.evaluate(whatThePageSees);

      expect(await page.evaluate(whatThePageSees)).toEqual(expected);
      expect(await device.capture(page)).toMatchObject({ status: "stored" });
      await settled(page);
      expect(await page.evaluate(whatThePageSees)).toEqual(expected);

      await device.capture(page);
      await settled(page);
      expect(await page.evaluate(whatThePageSees)).toEqual(expected);
      await page.close();
    });
});

test("a list sees nothing before its watcher is asked for, one bare element while it runs, and nothing after", async ({
  device,
  bare,
}) => {
  const path = "/mynetwork/invite-connect/connections/";
  const expected = await (await watched(bare, path)).evaluate(whatThePageSees);
  const page = await watched(device.context, path);
  expect(await page.evaluate(whatThePageSees)).toEqual(expected);
  const panel = await device.panel(page);
  await panel.getByRole("button", { name: "See what is new first" }).click();
  await expect(panel.getByText(/would be new/)).toBeVisible();
  await device.capture(page);
  await settled(page);
  expect(await page.evaluate(whatThePageSees)).toEqual(expected);

  await panel.getByRole("button", { name: "Go on saving as I scroll" }).click();
  await expect
    .poll(async () => (await page.evaluate(whatThePageSees)).elements)
    .toBe(expected.elements + 1);
  const during = await page.evaluate(whatThePageSees);
  const arrived = "mutation childList HTML null 1 0";
  expect(during).toEqual({
    ...expected,
    elements: expected.elements + 1,
    seen: [...expected.seen, arrived],
  });

  await panel.getByRole("button", { name: "Stop" }).click();
  await expect
    .poll(async () => (await page.evaluate(whatThePageSees)).elements)
    .toBe(expected.elements);
  expect(await page.evaluate(whatThePageSees)).toEqual({
    ...expected,
    seen: [...expected.seen, arrived, "mutation childList HTML null 0 1"],
  });
});

test("a page that knows the extension's id learns nothing by asking for its files", async ({
  device,
}) => {
  const page = await device.context.newPage();
  // The page's own policy would refuse these before the browser could: it is set aside.
  const devTools = await device.context.newCDPSession(page);
  await devTools.send("Page.setBypassCSP", { enabled: true });
  await page.goto("https://www.linkedin.com/in/ilse-vantoren/?practice=all");
  const files = readdirSync(builtExtension(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(builtExtension().length + 1));
  const nobody = "a".repeat(32);
  expect(files).toContain("capture-profile.js");

  const refused = await page.evaluate(probe, [nobody, files] as const);
  expect(await page.evaluate(probe, [device.extensionId, files] as const)).toEqual(refused);
  await device.capture(page);
  expect(await page.evaluate(probe, [device.extensionId, files] as const)).toEqual(refused);
});

test("the page's own watch does see what an extension may leave there", async ({ device }) => {
  const page = await watched(device.context, "/in/ilse-vantoren/?practice=all");
  const before = await page.evaluate(whatThePageSees);
  await page.evaluate(() => {
    document.body.append(document.createElement("div"));
    document.body.lastElementChild!.attachShadow({ mode: "closed" });
    window.postMessage("here I am", "*");
    Object.assign(globalThis, { leftBehind: true });
  });
  await settled(page);

  const after = await page.evaluate(whatThePageSees);
  const news = after.seen.slice(before.seen.length);
  expect(news).toContain("call attachShadow [object Object]");
  expect(news).toContain("mutation childList BODY null 1 0");
  expect(news).toContain("event message");
  expect(after.newGlobals).toContain("leftBehind");
});

async function watched(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(startWatching);
  await page.goto(new URL(path, "https://www.linkedin.com").href);
  await page.bringToFront();
  await settled(page);
  return page;
}

/** Observers and messages are told in tasks of their own: two frames and a task later all have been. */
function settled(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );
}
