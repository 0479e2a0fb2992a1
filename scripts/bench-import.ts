import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import { build } from "esbuild";
import { exportZip, peopleCsv } from "./bench-import-data";
import type { Timed } from "./bench-import-page";
import { launchBrowser } from "./browser";
import { round, type Measure } from "./measure";

const CONNECTIONS = 30_000;
const MESSAGES = 100_000;

/**
 * A large export into a real Chromium's database, by the worker the screen uses. The page beside it watches
 * for tasks over 50 ms; memory is the renderer's highest, the page, its worker and their buffers.
 */
export async function benchImport(): Promise<Measure[]> {
  const files: Record<string, string | Uint8Array> = {
    "/first.zip": exportZip(CONNECTIONS, MESSAGES),
    "/million.csv": peopleCsv(1_000_000),
    "/worker.js": await bundle("lib/import/worker.ts"),
    "/page.js": await bundle("scripts/bench-import-page.ts"),
    "/": '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>',
  };
  files["/second.zip"] = files["/first.zip"] as Uint8Array;
  const server = await serve(files);
  const profile = mkdtempSync(join(tmpdir(), "rapport-import-"));
  const context = await launchBrowser({ profile });
  try {
    const { port } = server.address() as AddressInfo;
    const page = await context.newPage();
    await page.goto(`http://localhost:${port}/`);
    const stopWatching = await watchMemory(context);
    const first = await time(page, "/first.zip");
    const peak = stopWatching();
    const again = await time(page, "/second.zip");
    const million = await time(page, "/million.csv");
    if (again.written !== 0 || million.problem !== "tooManyRows") {
      throw new Error(`unexpected: ${JSON.stringify({ again, million })}`);
    }
    return [
      seconds("import of 30,000 connections and 100,000 messages", total(first), 20),
      seconds("of which opening the ZIP", first.openMs, 1),
      seconds("of which the dry run", first.planMs, 6),
      seconds("of which the writing", first.runMs, 14),
      seconds("afterwards, until every row has its place in the tables", first.settleMs, 30),
      {
        name: "longest task of the page meanwhile",
        value: round(first.longestTaskMs),
        unit: "ms",
        target: 100,
      },
      {
        name: "longest wait of the page meanwhile",
        value: round(first.longestGapMs),
        unit: "ms",
        target: 100,
      },
      ...(peak === undefined
        ? []
        : [{ name: "memory of page and worker, highest", value: peak, unit: "MB", target: 400 }]),
      seconds("the same export once more, nothing to do", total(again), 20),
      seconds("a CSV of a million lines is refused", million.openMs + million.planMs, 5),
    ];
  } finally {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

function total({ openMs, planMs, runMs }: Timed): number {
  return openMs + planMs + runMs;
}

function seconds(name: string, ms: number, target: number): Measure {
  return { name, value: round(ms / 1000), unit: "s", target };
}

function time(page: Page, path: string): Promise<Timed> {
  return page.evaluate(
    (name) =>
      (globalThis as unknown as { timedImport(path: string): Promise<Timed> }).timedImport(name),
    path,
  );
}

/**
 * Watches the renderers' own memory, what they share with the browser's program aside; Linux tells, others
 * do not. Stopping gives the highest seen.
 */
async function watchMemory(context: BrowserContext): Promise<() => number | undefined> {
  if (process.platform !== "linux") return () => undefined;
  const session = await context.browser()?.newBrowserCDPSession();
  const processes = (await session?.send("SystemInfo.getProcessInfo"))?.processInfo ?? [];
  const ids = processes.filter(({ type }) => type === "renderer").map(({ id }) => id);
  let highest = 0;
  const look = () => {
    for (const id of ids) {
      const status = readFileSync(`/proc/${id}/status`, "utf8");
      highest = Math.max(highest, Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return highest === 0 ? undefined : Math.round(highest / 1024);
  };
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles[0]?.text ?? "";
}

function serve(files: Record<string, string | Uint8Array>): Promise<Server> {
  const server = createServer((request, response) => {
    const body = files[request.url ?? "/"];
    const type = request.url?.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type });
    response.end(body ?? "");
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.table(await benchImport());
}
