import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { extensionIdOf, quietFlags, type FoundBrowser } from "./browser";

export type WindowOptions = {
  browser: FoundBrowser;
  extension: string;
  profile: string;
  flags?: string[];
  address: string;
  /** May the browser be told over its debugging pipe to load the extension? Pages can tell that the pipe is there. */
  byPipe: boolean;
};

const LOOK_EVERY_MS = 500;

export type BrowserWindow = { closed: Promise<void>; close: () => void };

/**
 * A browser for a person: started as from a menu, with nothing that drives it. Google's own Chrome takes no
 * extension from the command line, so there the pipe loads it, where that is allowed.
 */
export async function openWindow(options: WindowOptions): Promise<BrowserWindow> {
  const { browser, extension, profile, flags = [], address } = options;
  mkdirSync(profile, { recursive: true });
  const piped = browser.branded && options.byPipe;
  const child = spawn(
    browser.path,
    [
      `--user-data-dir=${profile}`,
      ...quietFlags(extension),
      ...(piped ? ["--remote-debugging-pipe", "--enable-unsafe-extension-debugging"] : []),
      ...flags,
      address,
    ],
    { stdio: ["ignore", "ignore", "ignore", ...(piped ? (["pipe", "pipe"] as const) : [])] },
  );
  const closed = new Promise<void>((resolve, reject) => {
    child.once("exit", () => resolve());
    child.once("error", (cause) =>
      reject(new Error(`${browser.name} at ${browser.path} could not be started.`, { cause })),
    );
  });
  if (piped) await loadByPipe(child, extension);
  return { closed, close: () => child.kill() };
}

/** DevTools' `Extensions.loadUnpacked`: one message, ended by a zero byte, and its answer. */
export function loadByPipe(child: ChildProcess, folder: string): Promise<string> {
  const [, , , out, back] = child.stdio as unknown as Duplex[];
  return new Promise((resolve, reject) => {
    let heard = "";
    back!.on("data", (chunk: Buffer) => {
      heard += chunk.toString("utf8");
      if (!heard.includes("\0")) return;
      const answer = JSON.parse(heard.slice(0, heard.indexOf("\0"))) as {
        result?: { id: string };
        error?: { message: string };
      };
      if (answer.result) resolve(answer.result.id);
      else reject(new Error(`The browser did not take the extension: ${answer.error?.message}`));
    });
    out!.write(
      `${JSON.stringify({ id: 1, method: "Extensions.loadUnpacked", params: { path: folder } })}\0`,
    );
  });
}

/** Whether the extension's worker comes to life in a profile. Seen in the files of the profile alone. */
export async function extensionAppears(
  profile: string,
  extension: string,
  signal: AbortSignal,
  patienceMs = 20_000,
): Promise<boolean> {
  const mark = `chrome-extension://${extensionIdOf(extension)}`;
  const folder = join(profile, "Default", "Service Worker", "Database");
  const until = Date.now() + patienceMs;
  while (Date.now() < until && !signal.aborted) {
    if (standsIn(folder, mark)) return true;
    await delay(LOOK_EVERY_MS);
  }
  return false;
}

function standsIn(folder: string, mark: string): boolean {
  try {
    return readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(mark));
  } catch {
    // The folder comes a moment after the browser, and its files come and go.
    return false;
  }
}

/** What a person does when the browser takes no extension from us. */
export function byHand(extension: string): string {
  return [
    "This browser does not load an extension that another program hands it. Load it once by hand, it stays:",
    "  1. open chrome://extensions (edge://extensions in Edge)",
    "  2. switch on “Developer mode”, top right",
    "  3. press “Load unpacked” and choose this folder:",
    `     ${extension}`,
  ].join("\n");
}
