import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { startApiProcess, type ApiProcess } from "@/scripts/api-process";
import { builtExtension } from "@/scripts/browser";
import { openDevice, type Device } from "@/scripts/device";
import { startPractice, type PracticeNetwork } from "@/scripts/practice/network";
import type { Mutation } from "@/lib/sync/change";

type Tools = {
  /** The first device; most tests need no other. */
  device: Device;
  /** One more browser profile, closed when the test ends. */
  anotherDevice: (options?: { locale?: string }) => Promise<Device>;
  /** A server of this test's own, to be stopped and, at the same port and with the same data, started again. */
  ownApi: (port?: number) => Promise<ApiProcess>;
};

type Surroundings = { network: PracticeNetwork; api: ApiProcess };

export const test = base.extend<Tools, Surroundings>({
  network: [
    // Playwright reads what a fixture needs from this pattern and takes no empty one.
    async ({ playwright: _ }, use) => {
      const network = await startPractice();
      await use(network);
      await network.stop();
    },
    { scope: "worker" },
  ],

  api: [
    async ({ playwright: _ }, use) => {
      const folder = mkdtempSync(join(tmpdir(), "rapport-api-"));
      const api = await startApiProcess(folder);
      await use(api);
      await api.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],

  ownApi: async ({ playwright: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "rapport-own-api-"));
    const running: ApiProcess[] = [];
    await use(async (port) => {
      const api = await startApiProcess(folder, port);
      running.push(api);
      return api;
    });
    await Promise.all(running.map((api) => api.stop()));
    rmSync(folder, { recursive: true, force: true });
  },

  anotherDevice: async ({ network }, use) => {
    const open: { device: Device; folder: string }[] = [];
    await use(async ({ locale } = {}) => {
      const folder = mkdtempSync(join(tmpdir(), "rapport-profile-"));
      const device = await openDevice({
        extension: builtExtension(),
        profile: folder,
        flags: network.browserFlags,
        locale,
      });
      open.push({ device, folder });
      return device;
    });
    for (const { device, folder } of open) {
      await device.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },

  device: async ({ anotherDevice }, use) => {
    await use(await anotherDevice());
  },
});

export { expect } from "@playwright/test";

/** People made on this device that wait to be sent. */
export async function waitingPeople(device: Device): Promise<unknown[]> {
  const records = (await device.rows("_outbox")) as unknown as { muts: Mutation[] }[];
  return records
    .flatMap(({ muts }) => muts)
    .filter(({ tbl, create }) => tbl === "people" && create);
}
