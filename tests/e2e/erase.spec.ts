import type { Page } from "@playwright/test";
import { createAccount } from "@/scripts/account";
import { builtWord } from "@/scripts/built-words";
import { expect, test } from "./harness";
import { joinDevice } from "./join-device";

const ILSE = "/in/ilse-vantoren/?practice=all";
const FEMI = "/in/femi-adelakunrin/?practice=all";
const SOON = { timeout: 20_000 };

test.describe.configure({ timeout: 150_000 });

test("a lost device sends what it had, loses its notebook, and is seen to have; then all of it is erased everywhere", async ({
  anotherDevice,
  ownApi,
}) => {
  const api = await ownApi();
  const port = Number(new URL(api.url).port);
  const account = await createAccount(api.url, "Eve");
  const [here, lost] = [await anotherDevice(), await anotherDevice()];
  await joinDevice(here, api.url, account);
  await joinDevice(lost, api.url, account);
  await here.capture(await here.open(ILSE));
  await expect.poll(() => here.rows("_outbox"), SOON).toHaveLength(0);

  const wipe = builtWord("account_wipe");
  const settings = await here.screen("options.html#devices");
  await settings.getByRole("button", { name: wipe }).click();
  await settings.getByRole("dialog").getByRole("button", { name: wipe }).click();
  await expect(settings.getByText(builtWord("account_wipePending"))).toBeVisible();

  // What it captures before it hears of it still arrives.
  await api.stop();
  await lost.capture(await lost.open(FEMI));
  await lost.leaveDraft("rapport.draft.people.x", "Typed and never saved");
  await ownApi(port);
  // No screen is open: what screens keep goes all the same.
  await expect
    .poll(async () => {
      await lost.ring();
      return lost.keptByScreens();
    }, SOON)
    .toEqual([]);
  const screen = await lost.screen("options.html");
  await expect(screen.getByText(builtWord("account_wipedHere"))).toBeVisible(SOON);
  await expect.poll(() => lost.rows("people")).toEqual([]);
  await expect.poll(() => lost.rows("_outbox")).toEqual([]);
  // The list is what the server knew when it was asked; the other device tells it a moment after.
  const isDone = settings.getByText(builtWord("account_wipeDone"), { exact: true });
  await expect(async () => {
    await settings.reload();
    await expect(isDone).toBeVisible({ timeout: 2_000 });
  }).toPass(SOON);
  await settings.getByRole("button", { name: builtWord("palette_sync") }).click();
  await expect.poll(() => here.rows("people"), SOON).toHaveLength(2);

  // Its browser is signed in on the server's pages no more; connected again, and then everything goes.
  await screen.close();
  expect((await account.ask("/v1/me")).status).toBe(401);
  const again = await account.signInAgain();
  await joinDevice(lost, api.url, again);
  await expect.poll(() => lost.rows("people"), SOON).toHaveLength(2);
  await eraseEverywhere(settings, account.email);
  await expect(settings.getByRole("button", { name: builtWord("account_connect") })).toBeVisible();
  expect(await here.rows("people")).toEqual([]);
  const other = await lost.screen("options.html");
  await expect(other.getByText(builtWord("account_wipedHere"))).toBeVisible(SOON);
  expect(await lost.rows("people")).toEqual([]);
  expect((await again.ask("/v1/me")).status).toBe(401);
});

async function eraseEverywhere(settings: Page, email: string): Promise<void> {
  await settings
    .getByRole("radio", { name: builtWord("erase_scopeEverywhere") })
    .check({ force: true });
  const erase = builtWord("erase_buttonEverywhere");
  await settings.getByRole("button", { name: erase }).click();
  const dialog = settings.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: erase })).toBeDisabled();
  await dialog.getByRole("textbox").fill(email);
  await dialog.getByRole("button", { name: erase }).click();
}
