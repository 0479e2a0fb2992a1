import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { fillDatabase } from "@/tests/ui/fill";
import { seedPeople } from "@/tests/ui/seed";
import { medianOf, onBenchDevice } from "./bench-device";
import { builtExtension } from "./browser";
import type { Device } from "./device";
import { round, type Measure } from "./measure";

const MANY = 10_000;
/** Captured in one go. */
const PART = 500;
const CAPTURES = 15;
/** Each is stored and tidied like one of a person: ten thousand of them would take ten minutes. */
const CAPTURED = 500;
const OPENINGS = 7;

/** The side panel in a real Chromium: from the click to the person on screen, and the opening of a long list. */
export async function benchPanel(): Promise<Measure[]> {
  return onBenchDevice(async ({ device, network }) => {
    const ids = network.people.slice(0, CAPTURES).map(({ slug }) => slug);
    const empty = await clickToShown(device, ids);
    const panel = await device.screen("sidepanel.html");
    await panel.addInitScript({ content: "globalThis.__name = (named) => named" });
    await panel.reload();
    await fillDatabase(panel, { table: "people", rows: seedPeople(MANY - CAPTURED) });
    await captureMany(panel, CAPTURED, MANY - CAPTURED);
    await panel.close();
    const full = await clickToShown(device, ids);
    const list = await device.screen("sidepanel.html");
    const openings = await openList(list);
    return [
      {
        name: "panel, first load, gzipped",
        value: round(firstLoadBytes() / 1024),
        unit: "KB",
        target: 152,
      },
      medianOf(`click to stored and shown, page of ${empty.size} KB`, empty.times, 150),
      medianOf(
        "the same, seen before, beside 10,000 people of whom 500 were captured just now",
        full.times,
        150,
      ),
      medianOf("list of 10,000 people opens", openings, 500),
    ];
  });
}

/** Through the store path, so that the background tidies beside it as it would. */
async function captureMany(panel: Page, count: number, begin: number): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ["scripts/bench-captures-page.ts"],
    bundle: true,
    format: "iife",
    minify: true,
    write: false,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await panel.evaluate(outputFiles[0]?.text ?? "");
  // In parts: nobody sees one call of a minute go on.
  for (let from = begin; from < begin + count; from += PART) {
    await panel.evaluate(
      ([some, after]) => (globalThis as unknown as BenchPage).captureMany(some, after),
      [PART, from] as const,
    );
  }
}

type BenchPage = { captureMany: (count: number, from: number) => Promise<number> };

/** In the panel's own time: from the press of its button until the answer to it stands on the screen. */
async function clickToShown(device: Device, ids: readonly string[]) {
  const page = await device.open(`/in/${ids[0]}/?practice=big`);
  const size = Math.round((await page.content()).length / 1024);
  const panel = await device.panel(page);
  const times: number[] = [];
  for (const id of ids) {
    await page.goto(`https://www.linkedin.com/in/${id}/?practice=big`);
    await panel.locator("main section button[aria-busy=false]").first().waitFor();
    times.push(await panel.evaluate(pressAndWait));
  }
  await Promise.all([page.close(), panel.close()]);
  return { times, size };
}

/** Runs in the panel. The button is busy from the press until the outcome is drawn. */
function pressAndWait(): Promise<number> {
  const button = document.querySelector<HTMLElement>("main section button[aria-busy=false]");
  if (!button) throw new Error("No capture button");
  const start = performance.now();
  return new Promise((resolve) => {
    let hasWorked = false;
    const watch = new MutationObserver(() => {
      const isBusy = document.querySelector("main section button[aria-busy=true]") !== null;
      hasWorked ||= isBusy;
      if (!hasWorked || isBusy || !document.querySelector("main section h2")) return;
      watch.disconnect();
      resolve(performance.now() - start);
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    button.click();
  });
}

/** From the start of the page's loading until its list says how long it is. */
async function openList(panel: Page): Promise<number[]> {
  await panel.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector("li[aria-setsize]")) return;
      watch.disconnect();
      document.documentElement.dataset["openedAfter"] = String(performance.now());
    });
    watch.observe(document, { subtree: true, childList: true });
  });
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) {
    await panel.reload();
    const size = panel.locator(`li[aria-setsize="${MANY}"], li[aria-setsize="${MANY + CAPTURES}"]`);
    await size.first().waitFor();
    times.push(Number(await panel.locator("html").getAttribute("data-opened-after")));
  }
  return times;
}

/** Every script and style that the panel's page names, as a server would send them. */
function firstLoadBytes(): number {
  const folder = builtExtension();
  const html = readFileSync(join(folder, "sidepanel.html"), "utf8")
    // What a draft needs comes beside it: the panel does not wait for it.
    .replace(/<link[^>]*writing-[^>]*>/u, "");
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/gu)].map(
    (found) => found[1]!,
  );
  return [...new Set(files)]
    .map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.table(await benchPanel());
}
