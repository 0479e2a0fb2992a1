import { readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { openSaved } from "./capture-file";
import { type Measure, round } from "./measure";
import { builtExtension } from "./browser";
import { openChromium } from "./capture-in-chromium";

const PAGES = resolve(import.meta.dirname, "../../shared/pages");
const OWN = resolve(import.meta.dirname, "../tests/fixtures/capture");

/** What the largest page script weighs, and what it takes of the page's main thread on the largest page here. */
export async function benchCapture(): Promise<Measure[]> {
  const scripts = readdirSync(builtExtension()).filter((file) =>
    /^(?:capture|watch)-.*\.js$/.test(file),
  );
  const weights = scripts.map((file) => weigh(resolve(builtExtension(), file)));
  const { html, url, size } = largestPage();
  const browser = await openChromium();
  const time = await browser.time(openSaved(html), url, 21);
  const keeping = await browser.time(openSaved(html), url, 21, "keep");
  await browser.close();
  return [
    {
      name: "largest page script, gzipped",
      value: round(Math.max(...weights)),
      unit: "KB",
      target: 15,
    },
    {
      name: `capture of the largest page (${Math.round(size / 1024)} KB)`,
      value: round(time),
      unit: "ms",
      target: 50,
    },
    { name: "keeping that page, after it is shown", value: round(keeping), unit: "ms", target: 50 },
  ];
}

const weigh = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length / 1024;

function largestPage(): { html: string; url: string; size: number } {
  const found = [...pagesIn(PAGES), ...pagesIn(OWN)].toSorted((a, b) => b.size - a.size)[0];
  if (!found) throw new Error("No page to measure");
  const html = readFileSync(found.path, "utf8");
  return { html, url: found.url(), size: found.size };
}

function pagesIn(folder: string) {
  try {
    return readdirSync(folder)
      .filter((file) => /^(profile|job-view|.*-(profile|job))\b.*\.html$/.test(file))
      .map((file) => {
        const path = resolve(folder, file);
        return { path, size: statSync(path).size, url: () => addressOf(folder, file) };
      });
  } catch {
    // The folder of shared pages stands beside the repository only where it is developed.
    return [];
  }
}

function addressOf(folder: string, file: string): string {
  const name = file.replace(/\.html$/, "");
  const list = folder === PAGES ? "expected.json" : `${name}.json`;
  const expected = JSON.parse(readFileSync(resolve(folder, list), "utf8"));
  return folder === PAGES ? expected[name].url : expected.url;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.table(await benchCapture());
}
