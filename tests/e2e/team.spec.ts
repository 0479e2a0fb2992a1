import type { Page } from "@playwright/test";
import { createAccount } from "@/scripts/account";
import { builtWord } from "@/scripts/built-words";
import type { Device } from "@/scripts/device";
import { expect, test } from "./harness";
import { joinDevice } from "./join-device";

const ILSE = "/in/ilse-vantoren/?practice=all";
const FEMI = "/in/femi-adelakunrin/?practice=all";
const SOON = { timeout: 20_000 };

test.describe.configure({ timeout: 150_000 });

test("two people share a team: invited, joined, seen, held to a role, removed with the rows", async ({
  anotherDevice,
  api,
}) => {
  const [ada, bob] = [await createAccount(api.url, "Ada"), await createAccount(api.url, "Bob")];
  const [here, there] = [await anotherDevice(), await anotherDevice()];
  await joinDevice(here, api.url, ada);
  await joinDevice(there, api.url, bob);

  const mine = await here.screen("options.html#teams");
  await mine.getByRole("textbox", { name: builtWord("teams_name") }).fill("Northwind");
  await mine.getByRole("button", { name: builtWord("teams_create") }).click();
  await mine.getByRole("textbox", { name: builtWord("teams_inviteWhom") }).fill(bob.email);
  await mine.getByRole("button", { name: builtWord("teams_invite"), exact: true }).click();
  const link = await mine.getByRole("textbox", { name: builtWord("teams_link") }).inputValue();

  const letter = await there.context.newPage();
  await letter.goto(link);
  await letter.locator('button[value="accept"]').click();
  await expect(letter.getByRole("status")).toBeVisible();
  await letter.close();

  await goTo(here, mine);
  const theirs = await there.screen("options.html#teams");
  await sync(theirs);
  await goTo(there, theirs);
  const team = await teamOf(there);

  await here.capture(await here.open(ILSE));
  await expect.poll(() => names(there, team), SOON).toEqual(["Ilse Vantoren"]);
  expect(await here.rows("people")).toEqual([]);
  const panel = await there.panel(await there.open(ILSE));
  await expect(panel.getByRole("heading", { name: "Ilse Vantoren" })).toBeVisible();

  const role = builtWord("teams_roleOf").replace("$1", bob.email);
  await open(mine);
  await mine.getByRole("combobox", { name: role }).selectOption("viewer");
  await expect(mine.getByRole("combobox", { name: role })).toHaveValue("viewer");
  await sync(theirs);
  await expect(panel.getByText(builtWord("teams_viewerNote"))).toBeVisible(SOON);
  // Greyed with its reason, before anything is typed in vain.
  const notes = panel.getByRole("textbox", { name: builtWord("notes_label") });
  await expect(notes).not.toBeEditable();
  await expect(panel.getByText(builtWord("teams_onlyRead"))).toBeVisible();
  const again = panel.getByRole("button", { name: builtWord("page_captureAgain") });
  await expect(again).toBeDisabled();
  const refused = await there.capture(await there.open(FEMI));
  expect(refused).toMatchObject({ status: "failed", error: { code: "read-only-here" } });

  const remove = builtWord("teams_remove");
  await mine.getByRole("button", { name: remove }).click();
  await mine.getByRole("dialog").getByRole("button", { name: remove }).click();
  await expect(mine.getByRole("combobox", { name: role })).toBeHidden();
  await sync(theirs);
  const gone = builtWord("teams_departed").replace("$1", "Northwind");
  await expect(theirs.getByText(gone)).toBeVisible(SOON);
  await expect.poll(() => names(there, team), SOON).toEqual([]);
  const captured = await there.capture(await there.open(FEMI));
  expect(captured.status).toBe("stored");
  expect(await names(there)).toEqual(["Femi Adelakunrin"]);
});

/** The first team of the list, to be shown on all screens of this device from now on. */
async function goTo(device: Device, options: Page): Promise<void> {
  const go = options.getByRole("button", { name: builtWord("teams_show") });
  await expect(go).toBeVisible(SOON);
  await Promise.all([options.waitForEvent("load"), go.click()]);
  await expect(options.getByText(builtWord("teams_shown"))).toBeVisible();
  await expect.poll(() => device.databases()).toHaveLength(2);
}

async function open(options: Page): Promise<void> {
  await options.getByRole("button", { name: /Northwind/, expanded: false }).click();
}

async function sync(options: Page): Promise<void> {
  await options.getByRole("button", { name: builtWord("palette_sync") }).click();
}

async function teamOf(device: Device): Promise<string> {
  const found = (await device.databases()).find((name) => name.startsWith("rapport."));
  return found ?? "";
}

async function names(device: Device, database?: string): Promise<string[]> {
  const people = await device.rows("people", database);
  return people.map((person) => String(person["fullName"]));
}
