import type { Page } from "@playwright/test";
import type { Device } from "@/scripts/device";
import { builtWord } from "@/scripts/built-words";
import { expect, test } from "./harness";

/** What was read from where, put right in place, and taught. */

const ILSE = "/in/ilse-vantoren/?practice=all";
const FEMI = "/in/femi-adelakunrin/?practice=all";

const truthOf = (screen: Page) => screen.getByRole("article", { name: "What was read" });

/** Captures a page and opens what was read of it, one step from the panel's card. */
async function readOf(device: Device, path: string) {
  const page = await device.open(path);
  await device.capture(page);
  await expect.poll(async () => (await device.rows("_snapshots")).length).toBeGreaterThan(0);
  const panel = await device.panel(page);
  await panel.getByRole("button", { name: "What was read" }).click();
  await expect(truthOf(panel)).toBeVisible();
  return { page, panel };
}

async function headlineOf(device: Device, name: string) {
  const people = await device.rows("people");
  return people.find(({ fullName }) => fullName === name)?.["headline"];
}

test("a correction stands against the next capture, and the page's word can be taken again", async ({
  device,
}) => {
  const { page, panel } = await readOf(device, ILSE);
  const headline = (await headlineOf(device, "Ilse Vantoren")) as string;
  await expect(truthOf(panel).getByText("Read from the page").first()).toBeVisible();

  await panel.getByRole("button", { name: new RegExp(`^Edit Headline`) }).click();
  await panel.getByRole("textbox", { name: "Headline" }).fill("Keeps the records of Leeds");
  await panel.keyboard.press("Enter");
  await expect(truthOf(panel).getByText("Written by you")).toBeVisible();
  await expect(truthOf(panel).getByText(`The page says: ${headline}`)).toBeVisible();

  await device.capture(page);
  await expect.poll(() => headlineOf(device, "Ilse Vantoren")).toBe("Keeps the records of Leeds");

  await panel.bringToFront();
  await panel.getByRole("button", { name: "Take the page’s word again" }).click();
  await expect.poll(() => headlineOf(device, "Ilse Vantoren")).toBe(headline);
  await panel.keyboard.press("u");
  await expect.poll(() => headlineOf(device, "Ilse Vantoren")).toBe("Keeps the records of Leeds");
});

test("words pointed at on the kept page are taken on the next person's page, until they are forgotten", async ({
  device,
  network,
}) => {
  const { panel } = await readOf(device, ILSE);
  const before = network.heard.length;
  await panel.getByRole("button", { name: "Point and teach" }).click();
  const kept = panel.getByRole("region", { name: "The page as it stood" });
  await expect(kept.locator("img, iframe, a[href], script, [style*=url]")).toHaveCount(0);

  // Of the words that stand there the location is taken for the headline: what comes is seen to come from there.
  const [ilse] = await device.rows("people");
  const place = ilse?.["location"] as string;
  await kept.getByRole("button", { name: place, exact: false }).first().click();
  await panel.getByRole("combobox", { name: "The words for" }).selectOption("school");
  await panel.getByRole("button", { name: "Teach", exact: true }).click();
  await expect(panel.getByText(`Learnt. School here: ${place}`)).toBeVisible();
  expect(await device.rows("people")).toMatchObject([{ school: place }]);
  expect(network.heard.slice(before)).toEqual([]);

  const other = await device.open(FEMI);
  await device.capture(other);
  const femi = (await device.rows("people")).find(({ id }) => id !== ilse?.id);
  expect(femi).toMatchObject({
    school: femi?.["location"],
    passport: { school: { taught: true } },
  });

  const desk = await device.screen("desk.html#capture");
  const lessons = desk.getByRole("region", { name: "What you taught" });
  await expect(lessons.getByText("School")).toBeVisible();
  await lessons.getByRole("button", { name: "Forget" }).click();
  await expect(lessons.getByText("Nothing was taught yet.")).toBeVisible();
});

test("words of somebody else on the page cannot be taught", async ({ device }) => {
  const { panel } = await readOf(device, ILSE);
  await panel.getByRole("button", { name: "Point and teach" }).click();
  const kept = panel.getByRole("region", { name: "The page as it stood" });
  const page = device.context.pages().find((one) => one.url().includes("ilse-vantoren"))!;
  const [stranger] = await page.locator('[componentkey^="profileAside"] p').allTextContents();
  await kept.getByRole("button", { name: stranger!.trim() }).first().click();
  await panel.getByRole("button", { name: "Teach", exact: true }).click();
  await expect(panel.getByText(/stand with somebody else/)).toBeVisible();
  expect(await device.rows("_taught")).toEqual([]);
});

test("words pointed at in one row are taken in every row of the list, and of a company on its page", async ({
  device,
}) => {
  const connections = await device.open("/mynetwork/invite-connect/connections/");
  await device.capture(connections);
  await expect.poll(async () => (await device.rows("_snapshots")).length).toBe(1);
  const [first, ...others] = await device.rows("people");
  const panel = await device.panel(connections);
  await panel.getByRole("button", { name: "What was read" }).click();
  await panel.getByRole("button", { name: "Point and teach" }).click();
  const kept = panel.getByRole("region", { name: "The page as it stood" });
  await kept.getByRole("button", { name: first!["headline"] as string }).click();
  await panel.getByRole("combobox", { name: "The words for" }).selectOption("position");
  await panel.getByRole("button", { name: "Teach", exact: true }).click();
  await expect(panel.getByText(/^Learnt\. Position is found in \d+ of \d+ rows\.$/)).toBeVisible();
  const known = others.find(({ headline }) => headline !== undefined)!;
  await expect
    .poll(async () => (await device.rows("people")).find(({ id }) => id === known["id"]))
    .toMatchObject({ position: known["headline"], passport: { position: { taught: true } } });

  const page = await device.open("/company/quillmoor-health/");
  await device.capture(page);
  const [company] = await device.rows("companies");
  const desk = await device.screen(`desk.html#capture/companies/${company!["id"]}`);
  await desk.getByRole("button", { name: "Point and teach" }).click();
  const standing = desk.getByRole("region", { name: "The page as it stood" });
  await standing.getByRole("button", { name: "Hospitals and health care" }).first().click();
  await desk.getByRole("combobox", { name: "The words for" }).selectOption("organizationType");
  await desk.getByRole("button", { name: "Teach", exact: true }).click();
  await expect(desk.getByText("Learnt. Type here: Hospitals and health care")).toBeVisible();
  expect(await device.rows("companies")).toContainEqual(
    expect.objectContaining({ organizationType: "Hospitals and health care" }),
  );
});

test("the desk shows what was read beside the page, and the page can be erased", async ({
  device,
}) => {
  const page = await device.open("/jobs/view/4090100103/");
  await device.capture(page);
  await expect.poll(async () => (await device.rows("_snapshots")).length).toBe(1);
  const [job] = await device.rows("jobs");
  const desk = await device.screen(`desk.html#capture/jobs/${job?.id}`);
  await expect(truthOf(desk).getByText("Interoperability Engineer").first()).toBeVisible();
  await desk.getByRole("button", { name: "Erase", exact: true }).click();
  await expect(desk.getByText(/The kept page is gone/)).toBeVisible();
  await expect.poll(() => device.rows("_snapshots")).toEqual([]);
});

test("the health of capture is shown section by section, and nothing is saved by looking", async ({
  device,
}) => {
  const page = await device.open(ILSE);
  const panel = await device.panel(page);
  await panel.getByRole("button", { name: builtWord("common_menu") }).click();
  await panel.getByRole("menuitem", { name: "Capture health" }).click();
  await panel.getByRole("button", { name: "Check this page" }).click();
  await expect(panel.getByRole("row", { name: /Experience\s+read\s+componentkey/ })).toBeVisible();
  await expect(panel.getByText("Signs of whom the page is about")).toContainText("0 disagree");
  await panel.getByText("Report to send").click();
  const report = await panel.locator("pre").textContent();
  expect(report).toContain("Rapport structure report 1");
  expect(report?.toLowerCase()).not.toMatch(/ilse|vantoren|leeds/);
  expect(await device.rows("people")).toEqual([]);
  expect(await device.rows("_snapshots")).toEqual([]);
});

test("a page made in a new way is said to be so, apart from one that is still loading", async ({
  device,
}) => {
  const page = await device.open(ILSE);
  const panel = await device.panel(page);
  // The sections stand there under their headings; who the page is about is drawn where nothing can be read.
  await page.evaluate(() => {
    document.querySelector('[componentkey*="opcard"]')?.replaceChildren(new Image());
    for (const el of document.querySelectorAll("[componentkey]"))
      el.setAttribute(
        "componentkey",
        el
          .getAttribute("componentkey")!
          .replace("com.linkedin.sdui.profile.card.ref", "next.card."),
      );
  });
  await device.capture(page);
  await panel.bringToFront();
  await expect(panel.getByText(/made in a new way that Rapport cannot read/)).toBeVisible();
  expect(await device.rows("people")).toEqual([]);
});
