import { defineConfig } from "@playwright/test";

/** The built extension in a real Chromium, on the practice network. Each worker has a network and a server of its own. */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // For machines that do other things too: what is awaited is an event, and comes long before.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  // A trace films every page of every test. The whole run tries a failed test again, and films that.
  use: { trace: "on-first-retry" },
});
