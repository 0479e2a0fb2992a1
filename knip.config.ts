import type { KnipConfig } from "knip";

/** What is used, seen from the doors: whatever no door leads to is removed. */
const config: KnipConfig = {
  entry: [
    "entrypoints/*.{ts,tsx}",
    "entrypoints/*/index.{ts,tsx}",
    "entrypoints/*/main.{ts,tsx}",
    "entrypoints/*/index.html",
    // The vocabulary: a field may stand before the first screen that shows it.
    "lib/model/*.ts",
    "server/{node,worker}.ts",
    "scripts/*.ts",
    // Put in the place of a package by the bench.
    "scripts/bench-sync/events.ts",
    "tests/**/*.test.{ts,tsx}",
    "tests/e2e/**/*.ts",
    // Run by workerd.
    "tests/server/worker-under-test.ts",
    // Built by the test that kills it.
    "tests/server/dying-push.ts",
    ".dependency-cruiser*.ts",
  ],
  project: ["{entrypoints,components,lib,server,scripts,tests}/**/*.{ts,tsx,css}", "*.ts"],
  ignoreExportsUsedInFile: true,
};

export default config;
