import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkNode, newerNode, packagesAreStale } from "@/scripts/set-up.mjs";
import { playwrightTally, vitestTally } from "@/scripts/test-tally";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-set-up-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, at: Date): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), "{}");
  utimesSync(join(folder, path), at, at);
}

describe("a fresh clone", () => {
  const earlier = new Date("2026-01-01T00:00:00Z");
  const later = new Date("2026-01-02T00:00:00Z");

  test("without packages is set up", () => {
    write("package-lock.json", earlier);
    expect(packagesAreStale(folder)).toBe(true);
  });

  test("whose lock file changed since is set up again", () => {
    write("node_modules/.package-lock.json", earlier);
    write("package-lock.json", later);
    expect(packagesAreStale(folder)).toBe(true);
  });

  test("with its packages in place is left alone", () => {
    write("package-lock.json", earlier);
    write("node_modules/.package-lock.json", later);
    expect(packagesAreStale(folder)).toBe(false);
  });

  test("under a Node that is too old says which one it takes", () => {
    expect(() => checkNode("18.20.4")).toThrow(/This is Node 18\.20\.4\. Rapport needs Node 20/);
    expect(() => checkNode("20.0.0")).not.toThrow();
  });

  test("runs its tools under the Node it was started with when that is new enough", () => {
    expect(newerNode(folder)).toBe(process.execPath);
  });
});

describe("the count of a test run", () => {
  test("a file that never came to its tests counts as one that failed", () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: "passed", assertionResults: [{}, {}, {}] },
        { status: "failed", assertionResults: [{}] },
        { status: "failed", assertionResults: [] },
      ],
    };
    expect(vitestTally(report)).toEqual({ passed: 3, failed: 2 });
  });

  test("an error outside every browser test counts as one that failed", () => {
    const report = { stats: { expected: 5, unexpected: 0, flaky: 1 }, errors: ["build"] };
    expect(playwrightTally(report)).toEqual({ passed: 6, failed: 1 });
  });
});
