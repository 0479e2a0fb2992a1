/** `npx tsx scripts/screenshot.ts`: takes docs/panel.png, the real panel beside a page of the practice network. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { builtExtension } from "./browser";
import { openDevice } from "./device";
import { startPractice } from "./practice/network";

const PAGE = { width: 900, height: 720 };
const PANEL = { width: 380, height: 720 };
const SHARPNESS = 1.5;
const NOTE =
  "Met at the records day in Leeds. Will show us the format reader; knows Saoirse. Write in spring.";

const profile = mkdtempSync(join(tmpdir(), "rapport-picture-"));
const network = await startPractice();
const device = await openDevice({
  extension: builtExtension(),
  profile,
  flags: [...network.browserFlags, "--hide-scrollbars", `--force-device-scale-factor=${SHARPNESS}`],
  viewport: PAGE,
});
try {
  for (const slug of ["ilse-vantoren", "maelle-trevignac", "linnea-hjortskov"]) {
    await device.capture(await device.open(`/in/${slug}/?practice=all`));
  }
  const page = await device.open("/in/femi-adelakunrin/?practice=all");
  await device.capture(page);
  const panel = await device.panel(page);
  await panel.setViewportSize(PANEL);
  await panel.emulateMedia({ colorScheme: "light" });
  await panel.getByRole("textbox", { name: "Notes" }).fill(NOTE);
  await panel.getByRole("button", { name: "Add a tag" }).click();
  await panel.getByRole("combobox", { name: "Tags" }).pressSequentially("records day,spring,");
  await expect
    .poll(async () => (await device.rows("people")).some(({ notes }) => notes === NOTE))
    .toBe(true);
  await panel.mouse.click(190, 20);
  await panel.evaluate(() => document.fonts.ready);
  await compose(page, panel, "docs/panel.png");
} finally {
  await device.close();
  await network.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
}

/** A headless browser shows no side panel: the two are laid side by side as the browser would show them. */
async function compose(page: Page, panel: Page, file: string): Promise<void> {
  const shots = await Promise.all(
    [page, panel].map(async (one) => (await one.screenshot()).toString("base64")),
  );
  const canvas = await device.context.newPage();
  await canvas.setViewportSize({ width: PAGE.width + PANEL.width, height: PAGE.height });
  const [left, right] = shots.map((shot) => `data:image/png;base64,${shot}`);
  await canvas.setContent(
    `<body style="margin:0;display:flex;overflow:hidden">` +
      `<img src="${left}" width="${PAGE.width}"><img src="${right}" width="${PANEL.width}" style="box-shadow:-1px 0 #cfd4cd"></body>`,
  );
  await canvas.screenshot({ path: file });
}
