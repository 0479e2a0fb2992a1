import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext } from "@playwright/test";

export type Launched = { context: BrowserContext; origin: string; close: () => Promise<void> };

/** A Chromium of its own with the built extension, in one language, with an empty notebook. */
export async function launchScreens(folder: string, language: "en" | "fr"): Promise<Launched> {
  const profile = await mkdtemp(join(tmpdir(), "rapport-ui-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    env: { ...process.env, LANGUAGE: language },
    args: [
      "--headless=new",
      "--no-sandbox",
      `--lang=${language}`,
      `--load-extension=${folder}`,
      `--disable-extensions-except=${folder}`,
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
  const origin = await extensionOrigin(context);
  return {
    context,
    origin,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function extensionOrigin(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.goto("chrome://extensions/");
  const id = await page.evaluate(
    () =>
      document
        .querySelector("extensions-manager")
        ?.shadowRoot?.querySelector("extensions-item-list")
        ?.shadowRoot?.querySelector("extensions-item")?.id,
  );
  await page.close();
  if (!id) throw new Error("The extension was not loaded.");
  return `chrome-extension://${id}`;
}
