import { fillDatabase } from "@/tests/ui/fill";
import { seedPeople } from "@/tests/ui/seed";
import { expect, test } from "./harness";

/** Two rows of one person: found by the background, compared, made one, and two again. */

const TWIN = "01a00000-0000-7000-8000-000000000001";

test("who is here twice is found, merged after a look, and taken apart again", async ({
  device,
}) => {
  const desk = await device.screen("desk.html");
  await expect(desk.locator("main")).toBeVisible();
  const [first, ...others] = seedPeople(20);
  if (!first) throw new Error("nobody");
  const twin = { ...first, id: TWIN, publicId: "other-one", notes: "Met at the fair" };
  await fillDatabase(desk, { table: "people", rows: [first, ...others, twin] });
  await desk.goto(`${desk.url().split("#")[0]}#people/${first.id}`);
  await desk.reload();
  // The background looks at what it heard of as changed, and of rows put there behind its back it heard nothing.
  await desk.getByRole("textbox", { name: "Notes" }).fill("Keeps bees");
  await expect
    .poll(async () => (await device.rows("people")).find(({ id }) => id === first.id)?.["notes"])
    .toBe("Keeps bees");
  await desk.evaluate((id) => {
    location.hash = `people/${id}`;
  }, TWIN);
  const notes = desk.getByRole("textbox", { name: "Notes" });
  await expect(notes).toHaveValue("Met at the fair");
  await notes.fill("Met at the fair, twice");
  await desk.getByRole("button", { name: "Compare" }).click();

  const dialog = desk.getByRole("dialog");
  await expect(dialog).toContainText("The same name at the same company");
  await dialog.getByRole("button", { name: "Make them one" }).click();
  await expect
    .poll(async () => (await device.rows("people")).map(({ id }) => id).includes(TWIN))
    .toBe(false);
  const kept = (await device.rows("people")).find(({ id }) => id === first.id);
  expect(kept?.notes).toContain("Met at the fair, twice");

  await desk.evaluate(() => {
    location.hash = "merge";
  });
  const lately = desk.getByRole("region", { name: "Merged lately" });
  await lately.getByRole("button", { name: "Undo" }).click();
  await expect
    .poll(async () => (await device.rows("people")).map(({ id }) => id).includes(TWIN))
    .toBe(true);

  await desk.evaluate(() => {
    location.hash = "companies";
  });
  await desk
    .getByRole("row", { name: first.company ?? "" })
    .first()
    .click();
  await expect(desk.getByRole("link", { name: first.fullName }).first()).toBeVisible();
});
