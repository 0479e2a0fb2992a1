import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startWorker } from "@/server/dev-worker";
import { freePort, hasSqld, startSqld } from "@/server/sqld";
import { MAIL_KEY, ORIGIN } from "./origin";
import { quickFolder } from "./quick-folder";

declare module "vitest" {
  interface ProvidedContext {
    /** Set in the tests that are run against a Worker: where it answers, and its database. */
    worker?: { url: string; databaseUrl: string };
  }
}

/** One workerd before one sqld for all tests of the project `workerd`. Where there is no sqld, they run in Node. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | void> {
  if (!hasSqld()) return;
  const folder = await quickFolder("workerd");
  const sqld = await startSqld(join(folder, "sqld"));
  const worker = await startWorker({
    port: await freePort(),
    databaseUrl: sqld.url,
    stateDir: join(folder, "workerd"),
    script: "tests/server/worker-under-test.ts",
    vars: { PUBLIC_URL: ORIGIN, CLIENT_IP_HEADER: "x-test-address", MAIL_KEYS: MAIL_KEY },
  });
  project.provide("worker", { url: worker.url, databaseUrl: sqld.url });
  return async () => {
    await worker.stop();
    await sqld.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
