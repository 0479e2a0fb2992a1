import type { Page } from "@playwright/test";
import type { Device } from "@/scripts/device";
import { fillDatabase } from "@/tests/ui/fill";
import { seedPeople } from "@/tests/ui/seed";
import { expectAccessible } from "./accessible";
import { expect, test } from "./harness";

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const idOf = (last: number) => `0190b0c0-0000-7000-8000-${String(last).padStart(12, "0")}`;

/** Somebody of the practice network who moved, one who waits for an answer, and one who is due by interval. */
function people() {
  const [moved, asking, kept] = seedPeople(3).map((person) => ({
    ...person,
    degree: 1,
    keepInTouchDays: undefined,
    lastInteractionAt: ago(60),
  }));
  return [
    {
      ...moved!,
      fullName: "Femi Adelakunrin",
      firstName: "Femi",
      publicId: "femi-adelakunrin",
      company: "Quillmoor Health",
      position: "Head of Archives",
      jobChange: { at: ago(3), fromCompany: "Helvex", toCompany: "Quillmoor Health" },
    },
    { ...asking!, publicId: "ilse-vantoren" },
    { ...kept!, keepInTouchDays: 30 },
  ];
}

function messages(personId: string) {
  const common = { personId, channel: "linkedIn", status: "sent" };
  return [
    {
      ...common,
      id: idOf(1),
      createdAt: ago(9),
      sentAt: ago(9),
      direction: "sent",
      content: "Hello, may I ask how you run your archive?",
    },
    {
      ...common,
      id: idOf(2),
      createdAt: ago(2),
      sentAt: ago(2),
      direction: "received",
      content: "Gladly! Would Thursday suit you for a call?",
    },
  ];
}

async function filled(page: Page): Promise<ReturnType<typeof people>> {
  const rows = people();
  await expect(page.locator("main")).toBeVisible();
  await fillDatabase(page, { table: "people", rows });
  await fillDatabase(page, { table: "messages", rows: messages(rows[1]!.id) });
  await page.reload();
  return rows;
}

async function clipboard(device: Device, page: Page): Promise<string> {
  await device.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
}

/**
 * Sends keys that nobody pressed, each followed by words or a draft that begin so. `page.evaluate` and every
 * `expect` lend the screen a press: the keys wait until it is used up. Returns whether one was there in the end.
 */
async function unpressed(page: Page, keys: [key: string, beginning: string][]): Promise<boolean> {
  const devTools = await page.context().newCDPSession(page);
  const sent = `(async () => {
    const until = (isSo) => new Promise((resolve) => {
      const look = () => isSo() ? resolve() : requestAnimationFrame(look);
      look();
    });
    const texts = () => [...document.querySelectorAll("textarea, p, span, div")]
      .map((one) => one.value ?? one.textContent);
    await until(() => !navigator.userActivation.isActive);
    for (const [key, beginning] of ${JSON.stringify(keys)}) {
      dispatchEvent(new KeyboardEvent("keydown", { key }));
      await until(() => texts().some((text) => text.startsWith(beginning)));
    }
    return navigator.userActivation.isActive;
  })()`;
  const { result } = await devTools.send("Runtime.evaluate", {
    expression: sent,
    awaitPromise: true,
    userGesture: false,
  });
  await devTools.detach();
  return result.value as boolean;
}

const draftIn = (page: Page) => page.getByRole("textbox", { name: "Message" });

test("the day's work by keys: copied and opened, marked as sent, the next; put off, skipped, never", async ({
  device,
  network,
}) => {
  const before = network.heard.length;
  const page = await device.open("/in/ilse-vantoren/");
  const panel = await device.panel(page);
  const [moved, asking, kept] = await filled(panel);

  // Keys that no person pressed lead nowhere, though they get as far as a copied text.
  await panel.goto(`${panel.url().split("#")[0]}#today`);
  await panel.reload();
  await panel.bringToFront();
  await expect(panel.getByText("1 of 3")).toBeVisible();
  const keys: [string, string][] = [
    ["j", "Congratulations, Femi"],
    ["o", "Copied. Paste"],
  ];
  expect(await unpressed(panel, keys)).toBe(false);
  await expect.poll(() => device.rows("tasks")).toMatchObject([{ rule: "jobChange" }]);
  await panel.goto(panel.url().split("#")[0]!);
  await panel.reload();
  await expect(panel.getByText("Femi Adelakunrin")).toBeVisible();

  await panel.keyboard.press("w");
  await expect(panel.getByRole("article", { name: asking!.fullName })).toBeVisible();
  await expect(panel.getByText("1 of 3")).toBeVisible();
  await expect(panel.getByText("Would Thursday suit you")).toBeVisible();
  expect(page.url()).toContain("/in/ilse-vantoren/");
  expect(network.heard.slice(before)).not.toContain("/in/femi-adelakunrin/");

  // Forward to the one who moved: the reason stands on record, and the text is filled.
  await panel.keyboard.press("j");
  const card = panel.getByRole("article", { name: "Femi Adelakunrin" });
  await expect(card.getByText("Moved to Quillmoor Health, seen 3 days ago")).toBeVisible();
  await expect(draftIn(panel)).toHaveValue(/^Congratulations, Femi/);

  await panel.keyboard.press("o");
  await expect.poll(() => page.url()).toBe("https://www.linkedin.com/in/femi-adelakunrin/");
  expect(await clipboard(device, panel)).toBe(await draftIn(panel).inputValue());
  expect(await device.rows("tasks")).toMatchObject([{ rule: "jobChange", status: "open" }]);

  await panel.keyboard.press("s");
  await expect(panel.getByText("Marked as sent to Femi Adelakunrin.")).toBeVisible();
  await expect(panel.getByRole("article", { name: kept!.fullName })).toBeVisible();
  await expect(panel.getByText("2 of 2")).toBeVisible();
  expect(await device.rows("tasks")).toMatchObject([{ rule: "jobChange", status: "done" }]);
  expect(await device.rows("interactions")).toMatchObject([
    { personId: moved!.id, type: "message", direction: "sent" },
  ]);
  await expect(panel.getByRole("button", { name: /Messages today 1\/25/ })).toBeVisible();

  // Put off by the first choice of the menu, then the last one skipped, then taken back, then never.
  await panel.keyboard.press("z");
  await expect(panel.getByRole("menuitem", { name: /^Tomorrow/ })).toBeFocused();
  await panel.keyboard.press("Enter");
  await expect(panel.getByText("1 of 1")).toBeVisible();
  await panel.keyboard.press("x");
  await expect(panel.getByRole("heading", { name: "Nothing is due" })).toBeVisible();
  await panel.keyboard.press("u");
  await expect(panel.getByRole("article", { name: asking!.fullName })).toBeVisible();
  await panel.keyboard.press("Shift+N");
  await expect(panel.getByRole("heading", { name: "Nothing is due" })).toBeVisible();
  const people = await device.rows("people");
  expect(people.find(({ id }) => id === asking!.id)).toMatchObject({ doNotContact: true });

  const asked = network.heard.slice(before).filter((path) => path !== "/favicon.ico");
  expect(asked.filter((path) => !path.startsWith("/practice/"))).toEqual([
    "/in/ilse-vantoren/",
    "/in/femi-adelakunrin/",
  ]);
});

test("the inbox by keys: answered, done, put off and labelled, and the desk shows the same", async ({
  device,
}) => {
  const desk = await device.screen("desk.html#inbox");
  const [, asking] = await filled(desk);
  const list = desk.getByRole("list", { name: "Inbox" });
  await expect(list.getByText("Waiting for you since")).toBeVisible();

  await desk.keyboard.press("j");
  const reading = desk.getByRole("article", { name: asking!.fullName });
  await expect(reading.getByText("Would Thursday suit you for a call?")).toBeVisible();
  await desk.keyboard.press("l");
  await expect(reading.getByRole("combobox", { name: "Tags" })).toBeFocused();
  await desk.keyboard.type("archives");
  await desk.keyboard.press("Enter");
  await expect(reading.getByRole("button", { name: "Remove the tag archives" })).toBeVisible();
  await desk.keyboard.press("Escape");
  await desk.locator("body").click({ position: { x: 1, y: 1 } });

  await desk.keyboard.press("z");
  await expect(desk.getByRole("menuitem", { name: /^Tomorrow/ })).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(desk.getByText("Nobody waits for you")).toBeVisible();
  await desk.keyboard.press("u");
  await expect(list.getByText("Waiting for you since")).toBeVisible();

  await desk.keyboard.press("a");
  await expect(draftIn(desk)).toBeFocused();
  await desk.keyboard.type("Thursday is fine.");
  await desk.keyboard.press("Escape");
  await desk.keyboard.press("s");
  await expect(desk.getByText(`Marked as sent to ${asking!.fullName}.`)).toBeVisible();
  await expect(reading.getByText("Thursday is fine.")).toBeVisible();
  await expect(desk.getByText("Nobody waits for you")).toBeVisible();
  expect((await device.rows("messages")).at(-1)).toMatchObject({
    status: "sent",
    content: "Thursday is fine.",
  });

  await desk.getByRole("button", { name: "Today" }).click();
  await expect(desk.getByRole("list", { name: "Today" })).not.toContainText(asking!.fullName);
});

test("the day, the inbox and the relations pass WCAG 2.2 AA", async ({ device }) => {
  const panel = await device.panel(await device.open("/in/ilse-vantoren/"));
  const [, asking] = await filled(panel);
  await panel.setViewportSize({ width: 320, height: 720 });
  const desk = await device.screen("desk.html");
  for (const place of ["today", "inbox", `inbox/${asking!.id}`, "relations"])
    for (const page of [panel, desk]) {
      await page.goto(`${page.url().split("#")[0]}#${place}`);
      await expect(
        page.getByText(place === "relations" ? "By tag" : asking!.fullName).first(),
      ).toBeVisible();
      await expectAccessible(page, place);
    }
});
