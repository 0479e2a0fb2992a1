import { resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { build } from "esbuild";
import type { Capture } from "../lib/capture/capture";
import { findBrowser } from "./browser";
import type { SavedPage } from "./capture-file";

const CAPTURE = resolve(import.meta.dirname, "../lib/capture");

export type ChromiumReader = {
  read(saved: SavedPage, url: string, now?: Date): Promise<Capture>;
  /** Milliseconds of the main thread that one reading, or keeping the page, takes: the median of several. */
  time(saved: SavedPage, url: string, times: number, what?: "read" | "keep"): Promise<number>;
  close(): Promise<void>;
};

/** The readers as the page script carries them, minified; they leave one function behind. */
async function bundleReader(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { read } from "./read";
        import { allReaders } from "./readers/all";
        import { takeSnapshot } from "./snapshot/take";
        globalThis.reader = {
          read: (url, doc, ...rest) => read(url, doc, allReaders, ...rest),
          keep: takeSnapshot,
        };`,
      resolveDir: CAPTURE,
    },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "chrome120",
  });
  return outputFiles[0]?.text ?? "";
}

/** Saved pages in a browser's own document, at their address, with their scripts and the network off. */
export async function openChromium(): Promise<ChromiumReader> {
  const browser = await chromium.launch({
    executablePath: findBrowser().path,
    args: ["--no-sandbox"],
  });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const reader = await bundleReader();

  async function open({ html }: SavedPage, url: string): Promise<Page> {
    const page = await context.newPage();
    await page.route("**/*", (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ contentType: "text/html; charset=utf-8", body: html })
        : route.abort(),
    );
    await page.goto(url, { waitUntil: "domcontentloaded" });
    return page;
  }

  return {
    async read(saved, url, now = new Date()) {
      const page = await open(saved, url);
      const call = `reader.read(${JSON.stringify(url)}, document, new Date(${now.getTime()}), ${JSON.stringify(saved.ending)})`;
      const capture = await page.evaluate(`(() => { ${reader}; return ${call}; })()`);
      await page.close();
      return capture as Capture;
    },
    async time(saved, url, times, what = "read") {
      const page = await open(saved, url);
      const took = await page.evaluate(`(() => {
        const took = [];
        for (let i = 0; i < ${times}; i++) {
          const start = performance.now();
          ${reader};
          reader.${what}(${JSON.stringify(url)}, document);
          took.push(performance.now() - start);
        }
        return took;
      })()`);
      await page.close();
      const sorted = (took as number[]).toSorted((a, b) => a - b);
      return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    },
    close: () => browser.close(),
  };
}
