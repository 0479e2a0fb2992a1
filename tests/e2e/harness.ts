import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { startApiProcess, type ApiProcess } from "@/scripts/api-process";
import { builtExtension } from "@/scripts/browser";
import { openDevice, type Device } from "@/scripts/device";
import { startPractice, type PracticeNetwork } from "@/scripts/practice/network";
import type { Mutation } from "@/lib/sync/change";

type DeviceOptions = {
  locale?: string;
  /** The folder of a build that is not the usual one. */
  extension?: string;
};

type Tools = {
  /** The browsers of a test, each with the folder of its profile; closed and cleared away when it ends. */
  browsers: {
    folders: Map<Device, string>;
    launch: (folder: string, options?: DeviceOptions) => Promise<Device>;
  };
  /** The first device; most tests need no other. */
  device: Device;
  /** One more browser profile, closed when the test ends. */
  anotherDevice: (options?: DeviceOptions) => Promise<Device>;
  /** The browser closed and started again on the same profile. */
  restarted: (device: Device) => Promise<Device>;
  /** A server of this test's own, to be stopped and, at the same port and with the same data, started again. */
  ownApi: (port?: number) => Promise<ApiProcess>;
};

type Surroundings = {
  network: PracticeNetwork;
  api: ApiProcess;
  /** One browser for tests that store nothing in it, and say so. */
  emptyDevice: Device;
};

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

  emptyDevice: [
    async ({ network }, use) => {
      const profile = mkdtempSync(join(tmpdir(), "rapport-profile-"));
      const extension = builtExtension();
      const device = await openDevice({ extension, profile, flags: network.browserFlags });
      await use(device);
      await device.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
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

  browsers: async ({ network }, use) => {
    const folders = new Map<Device, string>();
    const launch = async (folder: string, options: DeviceOptions = {}) => {
      const { extension = builtExtension(), locale } = options;
      const flags = network.browserFlags;
      const device = await openDevice({ extension, profile: folder, flags, locale });
      folders.set(device, folder);
      return device;
    };
    await use({ folders, launch });
    for (const device of folders.keys()) await device.close();
    for (const folder of new Set(folders.values())) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },

  anotherDevice: async ({ browsers }, use) => {
    await use((options) =>
      browsers.launch(mkdtempSync(join(tmpdir(), "rapport-profile-")), options),
    );
  },

  restarted: async ({ browsers: { folders, launch } }, use) => {
    await use(async (device) => {
      const folder = folders.get(device);
      if (folder === undefined) throw new Error("This device is not of this test.");
      folders.delete(device);
      await device.close();
      return launch(folder);
    });
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
