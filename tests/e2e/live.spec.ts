import type { Page } from "@playwright/test";
import { createAccount } from "@/scripts/account";
import { builtWord } from "@/scripts/built-words";
import type { Device } from "@/scripts/device";
import { expect, test } from "./harness";
import { joinDevice } from "./join-device";

const ILSE = "/in/ilse-vantoren/?practice=all";

test.describe.configure({ timeout: 120_000 });

test("two open screens show each other's change at once", async ({ anotherDevice, api }) => {
  const account = await createAccount(api.url, "Hal");
  const [here, there] = [await anotherDevice(), await anotherDevice()];
  await joinDevice(here, api.url, account);
  await joinDevice(there, api.url, account);
  const page = await here.open(ILSE);
  await here.capture(page);
  await expect.poll(() => here.rows("_outbox"), { timeout: 20_000 }).toHaveLength(0);
  const panel = await here.panel(page);
  const elsewhere = await there.panel(await there.open(ILSE));
  await expect(elsewhere.getByRole("heading", { name: "Ilse Vantoren" })).toBeVisible();

  const field = notes(panel);
  await field.fill("Seen at once");
  await expect.poll(() => noteOn(here)).toBe("Seen at once");
  await expect(notes(elsewhere)).toHaveValue("Seen at once", { timeout: 20_000 });
});

function notes(panel: Page) {
  return panel.getByRole("textbox", { name: builtWord("notes_label") });
}

async function noteOn(device: Device): Promise<unknown> {
  return (await device.rows("people"))[0]?.["notes"];
}
