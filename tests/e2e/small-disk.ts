import type { Device } from "@/scripts/device";

/** Enough for the notebook of a test, and soon full. */
const ROOM = 4_000_000;

/**
 * Holds a device whose extension has a quota to a small one. Chromium asks after it only when what it last heard
 * was free has been written or is half a minute old: nothing must have been written under the large one, so what a
 * fresh profile holds goes.
 */
export async function smallDisk(device: Device) {
  const bare = await device.screen("manifest.json");
  const devTools = await device.context.newCDPSession(bare);
  const origin = `chrome-extension://${device.extensionId}`;
  const { usage } = await devTools.send("Storage.getUsageAndQuota", { origin });
  await devTools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + ROOM });
  await devTools.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await device.killWorker();
  return {
    /** To the last byte. */
    fill: () => bare.evaluate(fillUp),
    makeRoom: () => devTools.send("Storage.overrideQuotaForOrigin", { origin }),
  };
}

/** Runs in a page of the extension. Less and less, until not even a byte is taken. */
async function fillUp(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("filler", 1);
    opening.addEventListener("upgradeneeded", () => {
      opening.result.createObjectStore("parts", { autoIncrement: true });
    });
    opening.addEventListener("success", () => resolve(opening.result));
  });
  for (let size = 1_000_000; size >= 1;) {
    const bytes = new Uint8Array(size);
    const isTaken = await new Promise<boolean>((resolve) => {
      const writing = database.transaction("parts", "readwrite");
      writing.objectStore("parts").put(bytes);
      writing.addEventListener("complete", () => resolve(true));
      writing.addEventListener("abort", () => resolve(false));
    });
    if (!isTaken) size = Math.floor(size / 2);
  }
  database.close();
}
