import type { KnipConfig } from "knip";

/** What is used, seen from the doors: whatever no door leads to is removed. */
const config: KnipConfig = {
  entry: [
    "entrypoints/*.{ts,tsx}",
    "entrypoints/*/index.{ts,tsx}",
    "entrypoints/*/main.{ts,tsx}",
    "entrypoints/*/index.html",
    "server/{node,worker}.ts",
    "scripts/*.ts",
    "tests/**/*.test.{ts,tsx}",
    "tests/e2e/**/*.ts",
    ".dependency-cruiser*.ts",
  ],
  project: ["{entrypoints,components,lib,server,scripts,tests}/**/*.{ts,tsx}", "*.ts"],
  ignoreDependencies: [
    // Node itself, for each kind of machine; npm picks one.
    /^node-/,
    // Named in CSS.
    "tailwindcss",
    "tw-animate-css",
  ],
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
