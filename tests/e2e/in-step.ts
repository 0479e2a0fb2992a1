import type { Page } from "@playwright/test";
import { builtWord } from "@/scripts/built-words";
import type { Device } from "@/scripts/device";
import { expect } from "./harness";

/** A device at work and its sync screen, as a person sees them. */

export const SOON = { timeout: 20_000 };

/** The line that says how the sync of one's own notebook stands. */
export function state(screen: Page) {
  return screen.getByRole("main").getByRole("listitem").getByRole("status").first();
}

export async function syncNow(screen: Page): Promise<void> {
  await screen.getByRole("button", { name: builtWord("palette_sync"), exact: true }).click();
}

export async function inStep(device: Device, screen: Page): Promise<void> {
  await syncNow(screen);
  await expect.poll(() => device.rows("_outbox"), SOON).toHaveLength(0);
  await expect(state(screen)).toContainText(builtWord("syncScreen_inStep"), SOON);
}

export function notes(panel: Page) {
  return panel.getByRole("textbox", { name: builtWord("notes_label") });
}

/** Typed by a person, and on this device's disk. */
export async function write(device: Device, panel: Page, text: string): Promise<void> {
  await notes(panel).fill(text);
  await expect.poll(async () => (await device.rows("people"))[0]?.["notes"], SOON).toBe(text);
}

/** Something that is waited for, and told of when it has come. */
export function event(): { come: Promise<void>; tell: () => void } {
  const told: (() => void)[] = [];
  const come = new Promise<void>((resolve) => void told.push(resolve));
  return { come, tell: () => told.forEach((tell) => tell()) };
}
