import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium, type BrowserContext } from "@playwright/test";
import { Plain } from "./set-up.mjs";

export type FoundBrowser = {
  path: string;
  name: string;
  /** Google's own build: since version 137 it ignores `--load-extension`. */
  branded: boolean;
};

type Surroundings = {
  env: Record<string, string | undefined>;
  platform: NodeJS.Platform;
  home: string;
  exists: (path: string) => boolean;
};

type Candidate = { name: string; path: string | undefined; branded?: boolean };

const HERE: Surroundings = {
  env: process.env,
  platform: process.platform,
  home: homedir(),
  exists: existsSync,
};

/** The browser to use: the one named in RAPPORT_BROWSER, else the first that takes an extension without ado. */
export function findBrowser(around: Partial<Surroundings> = {}): FoundBrowser {
  const here = { ...HERE, ...around };
  const wished = here.env["RAPPORT_BROWSER"];
  if (wished) {
    if (here.exists(wished))
      return { path: wished, name: "RAPPORT_BROWSER", branded: isBranded(wished) };
    throw new Plain(
      `RAPPORT_BROWSER names ${wished}, and there is no such file. Correct it, or unset it to let a browser be found.`,
    );
  }
  for (const { name, path, branded = false } of candidates(here)) {
    if (path && here.exists(path)) return { path, name, branded };
  }
  throw new Plain(missingBrowser(here.platform));
}

function candidates(here: Surroundings): Candidate[] {
  if (here.platform === "darwin") return onMac(here);
  if (here.platform === "win32") return onWindows(here);
  return onLinux(here);
}

function onLinux({ env, exists }: Surroundings): Candidate[] {
  const folders = [
    ...(env["PATH"] ?? "").split(delimiter),
    "/usr/bin",
    "/snap/bin",
    "/opt/google/chrome",
  ];
  const named = (command: string) =>
    folders.map((folder) => `${folder}/${command}`).find((path) => exists(path));
  return [
    { name: "Chromium", path: named("chromium") ?? named("chromium-browser") },
    { name: "Chromium of Playwright", path: chromium.executablePath() },
    { name: "Edge", path: named("microsoft-edge") ?? named("microsoft-edge-stable") },
    {
      name: "Chrome",
      path: named("google-chrome") ?? named("google-chrome-stable") ?? named("chrome"),
      branded: true,
    },
  ];
}

function onMac({ home, exists }: Surroundings): Candidate[] {
  const app = (name: string) =>
    ["/Applications", `${home}/Applications`]
      .map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`)
      .find((path) => exists(path));
  return [
    { name: "Chromium", path: app("Chromium") },
    { name: "Chromium of Playwright", path: chromium.executablePath() },
    { name: "Edge", path: app("Microsoft Edge") },
    { name: "Chrome", path: app("Google Chrome"), branded: true },
  ];
}

function onWindows({ env, exists }: Surroundings): Candidate[] {
  const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => env[name]);
  const program = (path: string) =>
    folders
      .filter((folder) => folder !== undefined)
      .map((folder) => `${folder}\\${path}`)
      .find((full) => exists(full));
  return [
    { name: "Chromium", path: program("Chromium\\Application\\chrome.exe") },
    { name: "Chromium of Playwright", path: chromium.executablePath() },
    { name: "Edge", path: program("Microsoft\\Edge\\Application\\msedge.exe") },
    { name: "Chrome", path: program("Google\\Chrome\\Application\\chrome.exe"), branded: true },
  ];
}

function isBranded(path: string): boolean {
  return /google.?chrome|google[\\/]chrome/i.test(path);
}

function missingBrowser(platform: NodeJS.Platform): string {
  const how = {
    linux: "Install one (on Debian or Ubuntu: sudo apt-get install chromium)",
    darwin: "Install one (for example: brew install --cask chromium)",
    win32: "Install Microsoft Edge or Chromium",
  }[platform as "linux" | "darwin" | "win32"];
  return (
    `No Chromium, Edge or Chrome was found on this machine. ${how ?? "Install one"}, ` +
    "or set RAPPORT_BROWSER to the full path of the one you have."
  );
}

/** Flags every run has: our extension and no other, and a browser that keeps its own traffic to itself. */
export function quietFlags(extension: string | undefined): string[] {
  const ours = [
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    "--disable-features=DisableLoadExtensionCommandLineSwitch",
  ];
  return [
    ...(extension === undefined ? [] : ours),
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-crash-restore-bubble",
    // A container's root has no sandbox to start in.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}

export type LaunchOptions = {
  /** Folder of the built extension; none for a browser as a page would see it without us. */
  extension?: string;
  /** Folder of the browser profile; a second one is a second device. */
  profile: string;
  flags?: string[];
  headless?: boolean;
  viewport?: { width: number; height: number };
  locale?: string;
  browser?: FoundBrowser;
};

/** A browser under our hands, with the extension in it: for tests and for the run without a window. */
export async function launchBrowser(options: LaunchOptions): Promise<BrowserContext> {
  const { headless = true, browser = findBrowser() } = options;
  return chromium.launchPersistentContext(options.profile, {
    executablePath: browser.path,
    headless: false,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: options.locale,
    // The extension's language is the browser's own, which Linux takes from the environment.
    env: { ...process.env, ...(options.locale && { LANGUAGE: options.locale }) },
    args: [
      ...(headless ? ["--headless=new"] : []),
      ...(options.locale ? [`--lang=${options.locale}`] : []),
      ...quietFlags(options.extension),
      ...(options.flags ?? []),
    ],
  });
}

/** The id Chromium gives an unpacked extension: its folder's path, hashed, written in letters a to p. */
export function extensionIdOf(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): string {
  const path = realpathSync(folder);
  const bytes = Buffer.from(path, platform === "win32" ? "utf16le" : "utf8");
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  return [...hash].map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("");
}

export function builtExtension(root = process.cwd()): string {
  return join(root, ".output", "chrome-mv3");
}
