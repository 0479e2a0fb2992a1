import { expect, type Page } from "@playwright/test";
import type { Account } from "./account";
import { builtWord } from "./built-words";
import type { Device } from "./device";

/** The device asks again every few seconds whether it was approved. */
const PATIENCE = { timeout: 20_000 };

/**
 * Connects a device as a person does: the server's address in the settings, the button, the page that opens, the
 * same code on both, “approve”. Only the signing in on that page is taken as done.
 */
export async function connectDevice(
  device: Device,
  server: string,
  account: Account,
  language = "en",
): Promise<void> {
  await device.context.addCookies(account.cookies);
  const settings = await device.screen("options.html");
  await settings.getByLabel(builtWord("account_server", language), { exact: true }).fill(server);
  const [opened] = await Promise.all([
    device.context.waitForEvent("page"),
    settings.getByRole("button", { name: builtWord("account_connect", language) }).click(),
  ]);
  await sameCode(settings, opened);
  await opened.locator('button[value="approve"]').click();
  await expect(opened.getByRole("status")).toBeVisible(PATIENCE);
  await expect(settings.getByText(account.email)).toBeVisible(PATIENCE);
  await opened.close();
  await settings.close();
}

async function sameCode(settings: Page, opened: Page): Promise<void> {
  const shown = opened.locator(".code-shown");
  await expect(shown).toBeVisible(PATIENCE);
  const code = (await shown.textContent()) ?? "";
  await expect(settings.getByRole("status").filter({ hasText: code })).toBeVisible();
}
