/**
 * Draws public/icon/*.png from icons.svg with Chromium. Run by hand when the drawing changes:
 * `npx tsx scripts/icons.ts [path of a Chromium]`.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const SIZES = [16, 32, 48, 128];

const svg = await readFile(new URL("icons.svg", import.meta.url), "utf8");
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const path = fileURLToPath(new URL(`../public/icon/${size}.png`, import.meta.url));
  await page.screenshot({ path, omitBackground: true });
  console.log(path);
}
await browser.close();
