import type { Page } from "@playwright/test";
import { connections } from "@/scripts/practice/sdui/people-lists";
import { people } from "@/scripts/practice/world/people";
import { expect, test } from "./harness";

const CONNECTIONS = "/mynetwork/invite-connect/connections/";

test("a list is looked at, kept row by row, watched as the person scrolls, and taken back in one step", async ({
  device,
}) => {
  const page = await device.open(CONNECTIONS);
  const panel = await device.panel(page);
  await expect(panel.getByRole("heading", { name: "Your connections" })).toBeVisible();

  await panel.getByRole("button", { name: "See what is new first" }).click();
  await expect(panel.getByText(/\d+ would be new/)).toBeVisible();
  expect(await device.rows("people")).toEqual([]);

  await panel.getByRole("button", { name: "Save these rows" }).click();
  await expect(panel.getByRole("button", { name: "Save the rows now here" })).toBeVisible();
  const atFirst = (await device.rows("people")).length;
  expect(atFirst).toBeGreaterThan(4);
  expect(atFirst).toBeLessThan(connections.length);
  await expect.poll(() => device.badge(page)).toBe("✓");

  await panel.getByRole("button", { name: "Go on saving as I scroll" }).click();
  await expect.poll(() => signsIn(page)).toBe(1);
  await scrollToTheEnd(page);
  await expect.poll(async () => (await device.rows("people")).length).toBe(connections.length);
  const all = panel.getByText(`${connections.length} rows saved`).first();
  await expect(all).toBeVisible();
  const [last] = connections.slice(-1);
  expect(await device.rows("people")).toContainEqual(
    expect.objectContaining({
      fullName: last!.name,
      connectedAt: last!.since.toISOString().slice(0, 10),
      degree: 1,
    }),
  );

  await panel.getByRole("button", { name: "Stop" }).click();
  await expect.poll(() => signsIn(page)).toBe(0);
  await panel.getByRole("button", { name: "Undo the whole list" }).click();
  await expect.poll(async () => (await device.rows("people")).length).toBe(0);
  await expect(panel.getByRole("button", { name: "Save these rows" })).toBeVisible();
});

test("the watcher ends by its own button in the page, and when the page goes on to another address", async ({
  device,
}) => {
  const page = await device.open(CONNECTIONS);
  const panel = await device.panel(page);
  const start = panel.getByRole("button", { name: "Go on saving as I scroll" });

  await start.click();
  await expect.poll(() => signsIn(page)).toBe(1);
  // What stands there already is kept in one step.
  await expect.poll(async () => (await device.rows("people")).length).toBeGreaterThan(4);
  await page.bringToFront();
  await clickInSign(page);
  await expect.poll(() => signsIn(page)).toBe(0);
  await expect(start).toBeVisible();
  const kept = (await device.rows("people")).length;

  await start.click();
  await expect.poll(() => signsIn(page)).toBe(1);
  await page.evaluate(() => history.pushState({}, "", "/feed/"));
  await expect.poll(() => signsIn(page)).toBe(0);
  await scrollToTheEnd(page);
  expect((await device.rows("people")).length).toBe(kept);
});

test("people found are kept, and one without a name is refused with the reason", async ({
  device,
}) => {
  const page = await device.open("/search/results/people/?keywords=engineer");
  const panel = await device.panel(page);
  const outcome = await device.capture(page);
  expect(outcome).toMatchObject({
    status: "storedList",
    stored: { counts: { created: people.length, refused: 1 } },
  });
  await expect(panel.getByText("1 row was not kept")).toBeVisible();
  await expect(panel.getByText(/LinkedIn shows no name there/)).toBeVisible();
});

/** Elements beside the page's own head and body: bare, and closed to the page. */
function signsIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.documentElement.children].filter(
        (el) => el.tagName === "DIV" && el.attributes.length === 0 && el.shadowRoot === null,
      ).length,
  );
}

/** As a person does it: by the wheel, until nothing more comes. */
async function scrollToTheEnd(page: Page): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(400, 300);
  for (let height = 0; ;) {
    const now = await page.evaluate(() => document.documentElement.scrollHeight);
    if (now === height) return;
    height = now;
    await page.mouse.wheel(0, height);
    await page.evaluate(
      () =>
        new Promise<void>((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => done())),
        ),
    );
  }
}

/** The page itself cannot see the button; DevTools can say where it is. */
async function clickInSign(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("DOM.enable");
  const { nodes } = await devTools.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
  const button = nodes.findLast(({ nodeName }) => nodeName === "BUTTON");
  const { model } = await devTools.send("DOM.getBoxModel", { nodeId: button!.nodeId });
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.content;
  await page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2);
}
