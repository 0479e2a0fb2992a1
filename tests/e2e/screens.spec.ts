import type { Page } from "@playwright/test";
import type { Device } from "@/scripts/device";
import { builtWord } from "@/scripts/built-words";
import { fillDatabase } from "@/tests/ui/fill";
import { seedJobs, seedPeople } from "@/tests/ui/seed";
import { expect, test } from "./harness";

/** What a person does with the screens, mostly by keyboard. */

const ILSE = "/in/ilse-vantoren/?practice=all";

async function filled(device: Device, screen: string, people = 500): Promise<Page> {
  const page = await device.screen(screen);
  await expect(page.locator("main")).toBeVisible();
  await fillDatabase(page, { table: "people", rows: seedPeople(people) });
  await fillDatabase(page, { table: "jobs", rows: seedJobs(20) });
  await page.reload();
  return page;
}

const nobody = new Intl.NumberFormat("en");
const notesOf = (page: Page) => page.getByRole("textbox", { name: "Notes" });

test("a list of ten thousand is walked by keys, opened, left, and stands where it was", async ({
  device,
}) => {
  const panel = await filled(device, "sidepanel.html", 10_000);
  await expect(panel.locator('li[aria-setsize="10000"]').first()).toBeVisible();
  await expect(panel.getByText(nobody.format(10_000))).toBeVisible();
  expect(await panel.locator("li[aria-setsize]").count()).toBeLessThan(60);

  await panel.keyboard.press("j");
  await expect(panel.locator('[data-index="0"]')).toBeFocused();
  await panel.keyboard.press("End");
  const last = panel.locator('[data-index="9999"]');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();

  await panel.keyboard.press("k");
  await expect(panel.locator('[data-index="9998"]')).toBeFocused();
  await panel.keyboard.press("Enter");
  await expect(panel.getByRole("article")).toBeVisible();
  await panel.keyboard.press("Escape");
  await expect(panel.locator('[data-index="9998"]')).toBeInViewport();
});

test("search passes over accents, and a tag narrows the list", async ({ device }) => {
  const panel = await filled(device, "sidepanel.html");
  const rows = panel.locator("li[aria-setsize]");
  await expect(rows.first()).toBeVisible();
  await panel.keyboard.press("/");
  await panel.keyboard.type("loevenbrand celine");
  await expect(rows.first()).toContainText("Céline Lœvenbrand");
  await expect(panel.getByRole("status").first()).toContainText("found");

  await panel.keyboard.press("Escape");
  await panel.getByRole("button", { name: builtWord("list_filterByTag") }).click();
  const vip = panel.getByRole("menuitemcheckbox", { name: /^vip/ });
  await vip.click();
  await expect(vip).toBeChecked();
  await panel.keyboard.press("Escape");
  await expect(panel.getByRole("button", { name: "Stop filtering by vip" })).toBeVisible();
  const expected = seedPeople(500).filter(({ tags }) => tags?.includes("vip")).length;
  await expect(rows.first()).toHaveAttribute("aria-setsize", String(expected));
});

test("a note typed just before the panel closes is there when it opens again", async ({
  device,
}) => {
  const page = await device.open(ILSE);
  await device.capture(page);
  const panel = await device.panel(page);
  await notesOf(panel).waitFor();
  await panel.keyboard.press("n");
  await expect(notesOf(panel)).toBeFocused();
  await panel.keyboard.type("Half a thought");
  await panel.close();

  const again = await device.panel(page);
  await expect(notesOf(again)).toHaveValue("Half a thought");
  await expect.poll(() => device.rows("people")).toMatchObject([{ notes: "Half a thought" }]);
});

test("a note says that it is saved, and one key takes it back", async ({ device }) => {
  const page = await device.open(ILSE);
  await device.capture(page);
  const panel = await device.panel(page);
  await notesOf(panel).fill("Met at the fair");
  await expect(panel.getByText(builtWord("notes_saved"), { exact: true })).toBeVisible();

  await notesOf(panel).blur();
  await panel.keyboard.press("u");
  await expect(panel.getByText(builtWord("undo_note"))).toBeVisible();
  await expect(notesOf(panel)).toHaveValue("");
});

test("tags are offered as one types, added by Enter or comma, and an undo brings one back", async ({
  device,
}) => {
  const page = await device.open(ILSE);
  await device.capture(page);
  const panel = await filledBeside(device, page);
  await panel.keyboard.press("t");
  const box = panel.getByRole("combobox");
  await expect(box).toBeFocused();
  await panel.keyboard.type("evene");
  await expect(panel.getByRole("option", { name: /Évènement 2026/ })).toBeVisible();
  await panel.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "Remove the tag Évènement 2026" })).toBeVisible();
  await panel.keyboard.type("new/one,");
  await expect(panel.getByRole("button", { name: "Remove the tag new one" })).toBeVisible();
  await panel.keyboard.press("Escape");
  await notesOf(panel).focus();

  const added = panel.getByRole("button", { name: "Remove the tag new one" });
  await added.click();
  await expect(added).toBeHidden();
  await panel.getByRole("button", { name: builtWord("common_undo"), exact: true }).click();
  await expect(added).toBeVisible();
  await expect
    .poll(async () =>
      (await device.rows("people")).find(({ fullName }) => fullName === "Ilse Vantoren"),
    )
    .toMatchObject({ tags: ["new one", "Évènement 2026"] });
});

test("undo of a capture takes the person away again", async ({ device }) => {
  const page = await device.open(ILSE);
  const panel = await device.panel(page);
  await panel.getByRole("button", { name: builtWord("page_capture") }).click();
  await expect(panel.getByRole("heading", { name: "Ilse Vantoren" })).toBeVisible();
  await panel.getByRole("button", { name: builtWord("common_undo"), exact: true }).click();
  await expect(panel.getByText(builtWord("page_profileHere"))).toBeVisible();
  await expect.poll(() => device.rows("people")).toEqual([]);
});

test("a field changed by hand is marked as one's own, and no capture writes over it", async ({
  device,
}) => {
  const page = await device.open(ILSE);
  await device.capture(page);
  const panel = await device.panel(page);
  await panel.getByRole("button", { name: "Ilse Vantoren" }).first().click();
  await panel.getByRole("button", { name: /^Edit Location/ }).click();
  await panel.keyboard.type("Antwerp");
  await panel.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "Edit Location: Antwerp" })).toBeFocused();
  await expect(panel.getByRole("button", { name: /^Location\. Written by you/ })).toBeVisible();

  await device.capture(page);
  expect(await device.rows("people")).toMatchObject([
    { location: "Antwerp", passport: { location: { source: "user" } } },
  ]);
});

test("someone erased comes back by Undo", async ({ device }) => {
  const panel = await filled(device, "sidepanel.html", 3);
  await panel.locator('[data-index="0"]').click();
  const name = await panel.getByRole("article").getAttribute("aria-label");
  await panel.getByRole("button", { name: builtWord("common_actions") }).click();
  await panel.getByRole("menuitem", { name: builtWord("person_erase") }).click();
  await expect(panel.locator('li[aria-setsize="2"]').first()).toBeVisible();
  await panel.getByRole("button", { name: builtWord("common_undo"), exact: true }).click();
  await expect(panel.locator('li[aria-setsize="3"]').first()).toBeVisible();
  await expect(panel.getByRole("button", { name: name ?? "" })).toBeVisible();
});

test("the desk sorts by a column, keeps the chosen columns, and shows a person beside the table", async ({
  device,
}) => {
  const desk = await filled(device, "desk.html");
  const names = desk.locator("tbody tr td:first-child");
  await desk.getByRole("button", { name: "Name", exact: true }).click();
  await expect(desk.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(names.first()).toContainText("Ada");
  await desk.getByRole("button", { name: "Name", exact: true }).click();
  await expect(names.first()).toContainText("Zoé");

  await desk.getByRole("button", { name: builtWord("desk_columns") }).click();
  await desk.getByRole("menuitemcheckbox", { name: "Degree" }).click();
  await desk.keyboard.press("Escape");
  await desk.reload();
  await expect(desk.getByRole("columnheader", { name: "Degree" })).toBeVisible();
  await expect(desk.locator('tr[data-index="1"]')).toBeVisible();

  await desk.keyboard.press("j");
  await desk.locator("tr:focus").waitFor();
  await desk.keyboard.press("ArrowDown");
  await expect(desk.locator('tr[data-index="1"]')).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("article")).toBeVisible();
  await desk.keyboard.press("n");
  await expect(notesOf(desk)).toBeFocused();
  await desk.keyboard.press("Escape");
  await desk.keyboard.press("Escape");
  await expect(desk.getByRole("article")).toBeHidden();
});

test("the palette finds a person by a few letters and goes there", async ({ device }) => {
  const desk = await filled(device, "desk.html");
  await expect(desk.getByRole("row").nth(2)).toBeVisible();
  await desk.keyboard.press("Control+k");
  await expect(desk.getByRole("combobox")).toBeFocused();
  await desk.keyboard.type("szymb");
  await expect(desk.getByRole("option").first()).toContainText("Szymborek");
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("article", { name: /Szymborek/ })).toBeVisible();
});

test("a theme chosen on one screen is on the others, and does not flash at the next opening", async ({
  device,
}) => {
  const panel = await device.screen("sidepanel.html");
  const settings = await device.screen("options.html");
  await settings.getByText(builtWord("theme_dark"), { exact: true }).click();
  await expect(panel.locator("html")).toHaveAttribute("data-theme", "dark");
  await panel.reload({ waitUntil: "commit" });
  await expect(panel.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(() => device.rows("settings")).toMatchObject([{ theme: "dark" }]);
});

test("erasing asks for a word, and leaves nothing", async ({ device }) => {
  const settings = await filled(device, "options.html", 20);
  await settings.getByRole("button", { name: builtWord("erase_button") }).click();
  const dialog = settings.getByRole("dialog");
  const button = dialog.getByRole("button", { name: builtWord("erase_button") });
  await expect(button).toBeDisabled();
  await dialog.getByRole("textbox").fill(builtWord("erase_word"));
  await button.click();
  await expect(settings.getByText(builtWord("erase_done"))).toBeVisible();
  await expect.poll(() => device.rows("people")).toEqual([]);
  await expect.poll(() => device.rows("_outbox")).toEqual([]);
});

/** The panel of a page, with others in the notebook too. */
async function filledBeside(device: Device, page: Page): Promise<Page> {
  const panel = await device.panel(page);
  await fillDatabase(panel, { table: "people", rows: seedPeople(60) });
  await panel.reload();
  await expect(panel.locator('li[aria-setsize="61"]').first()).toBeVisible();
  await notesOf(panel).waitFor();
  return panel;
}
