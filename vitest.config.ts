import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** What is asked of a server by its routes alone is asked of a Worker too: one workerd before one sqld. */
const onWorkerd = [
  "tests/server/{access-matrix,contract,foreign,housekeeping,sign-in-*}.test.ts",
  "tests/server/routes/!(live).*.test.ts",
  "tests/mailing/{answers,consent-back,send}.test.ts",
];

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: "node",
    testTimeout: 30_000,
    // Left to itself it keeps one processor free, which on a machine of two is half of it.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/e2e/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "workerd",
          include: onWorkerd,
          globalSetup: ["tests/server/workerd-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          isolate: false,
          // They share one database, and are there when the others are done.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
