import { describe, expect, test } from "vitest";
import { extensionIdOf, findBrowser } from "@/scripts/browser";

/** A machine on which only these files exist. */
const machine = (platform: NodeJS.Platform, files: string[], env: Record<string, string> = {}) => ({
  platform,
  env,
  home: "/Users/ada",
  exists: (path: string) => files.includes(path),
});

describe("finding a browser", () => {
  test("the one named in RAPPORT_BROWSER comes first", () => {
    const here = machine("linux", ["/opt/mine", "/usr/bin/chromium"], {
      RAPPORT_BROWSER: "/opt/mine",
    });
    expect(findBrowser(here)).toMatchObject({ path: "/opt/mine", branded: false });
  });

  test("a name in RAPPORT_BROWSER that is no file is said so", () => {
    const here = machine("linux", ["/usr/bin/chromium"], { RAPPORT_BROWSER: "/opt/mine" });
    expect(() => findBrowser(here)).toThrow(/RAPPORT_BROWSER names \/opt\/mine/);
  });

  test.each([
    ["linux", ["/usr/bin/chromium", "/usr/bin/google-chrome"], "Chromium"],
    ["linux", ["/usr/bin/microsoft-edge", "/opt/google/chrome/chrome"], "Edge"],
    ["linux", ["/snap/bin/chromium"], "Chromium"],
    ["darwin", ["/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium"], "Chromium"],
    ["darwin", ["/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"], "Edge"],
    ["win32", ["C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe"], "Edge"],
  ] as const)("on %s with %j it is %s", (platform, files, name) => {
    const here = machine(platform, [...files], { PROGRAMFILES: "C:\\Programs" });
    expect(findBrowser(here)).toMatchObject({ name, branded: false });
  });

  test.each([
    ["linux", "/opt/google/chrome/chrome"],
    ["darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ["win32", "C:\\Programs\\Google\\Chrome\\Application\\chrome.exe"],
  ] as const)("Google's own build on %s is known as such", (platform, path) => {
    const here = machine(platform, [path], { PROGRAMFILES: "C:\\Programs" });
    expect(findBrowser(here)).toEqual({ path, name: "Chrome", branded: true });
  });

  test.each([
    ["linux", /apt-get install chromium/],
    ["darwin", /brew install/],
    ["win32", /Microsoft Edge/],
  ] as const)("none on %s: the sentence says what to do", (platform, sentence) => {
    expect(() => findBrowser(machine(platform, []))).toThrow(sentence);
  });
});

test("an unpacked extension's id is made of the letters a to p, and is its folder's own", () => {
  expect(extensionIdOf("scripts")).toMatch(/^[a-p]{32}$/);
  expect(extensionIdOf("scripts")).not.toBe(extensionIdOf("tests"));
});
