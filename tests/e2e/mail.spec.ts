import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createAccount } from "@/scripts/account";
import { startApiProcess } from "@/scripts/api-process";
import { builtWord } from "@/scripts/built-words";
import type { Device } from "@/scripts/device";
import { openWorld, type World } from "@/tests/mailing/fakes/world";
import { expect, test as base } from "./harness";
import { joinDevice } from "./join-device";

/** A server in a world of mail services, each a server of its own on this machine. */
const test = base.extend<{ mailed: { world: World; url: string } }>({
  mailed: async ({ playwright: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "rapport-mail-"));
    const world = await openWorld(Date.now);
    const api = await startApiProcess(folder, 0, world.env);
    await use({ world, url: api.url });
    await api.stop();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

test.describe.configure({ timeout: 120_000 });

test("a mailbox is connected, a mail called back, sent after all, and stands as sent", async ({
  device,
  mailed,
}) => {
  const { world, url } = mailed;
  await joinDevice(device, url, await createAccount(url, "Ida"));
  await connectMailbox(device);

  const page = await device.open("/in/ilse-vantoren/?practice=all");
  await device.capture(page);
  const panel = await device.panel(page);
  await expect(panel.getByRole("button", { name: builtWord("messaging_write") })).toBeVisible();
  await writeMail(panel, "ilse@vantoren.example");
  await panel.getByRole("button", { name: builtWord("mailing_send_now"), exact: true }).click();
  await panel.getByRole("button", { name: builtWord("common_undo") }).click();
  await expect(panel.getByText(builtWord("mailing_send_calledOff"))).toBeVisible();
  expect(world.gmail.sent).toEqual([]);
  await expect.poll(() => statuses(device)).toEqual(["draft"]);

  await writeMail(panel, "ilse@vantoren.example");
  const farewell = panel.getByRole("checkbox", { name: builtWord("mailing_farewell_end") });
  await expect(farewell).not.toBeChecked();
  await farewell.check();
  await panel.getByRole("button", { name: builtWord("mailing_send_now"), exact: true }).click();
  await expect.poll(() => world.gmail.sent.length, { timeout: 30_000 }).toBe(1);
  expect(world.gmail.sent[0]?.headers.get("to")).toContain("ilse@vantoren.example");
  const parts = world.gmail.sent[0]!.raw.split("\r\n\r\n");
  const said = parts.map((part) => Buffer.from(part, "base64").toString()).join("\n");
  expect(said).toContain("say so here");
  await panel.reload();
  await expect.poll(() => statuses(device), { timeout: 30_000 }).toEqual(["sent"]);
});

async function connectMailbox(device: Device): Promise<void> {
  const settings = await device.screen("options.html#mail");
  const gmail = settings.getByRole("listitem").filter({ hasText: "Gmail" });
  const [consent] = await Promise.all([
    device.context.waitForEvent("page"),
    gmail.getByRole("button", { name: builtWord("mailing_connect_go") }).click(),
  ]);
  await expect(consent.getByRole("status")).toContainText("ida@norling.example");
  await consent.close();
  await settings.bringToFront();
  await settings.reload();
  await expect(settings.getByRole("heading", { name: "ida@norling.example" })).toBeVisible();
}

async function writeMail(panel: Page, address: string): Promise<void> {
  await panel.bringToFront();
  await panel.getByRole("button", { name: builtWord("messaging_write") }).waitFor();
  await panel.keyboard.press("m");
  await panel.getByLabel(builtWord("messaging_form"), { exact: true }).selectOption("email");
  await panel
    .getByLabel(builtWord("messaging_subject"), { exact: true })
    .first()
    .fill("The records day");
  await panel.getByLabel(builtWord("mailing_send_to"), { exact: true }).fill(address);
}

async function statuses(device: Device): Promise<unknown[]> {
  return (await device.rows("messages")).map(({ status }) => status);
}
