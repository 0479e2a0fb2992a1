import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtExtension } from "./browser";
import { openDevice, type Device } from "./device";
import { median, round, type Measure } from "./measure";
import { startPractice } from "./practice/network";

type Ground = { device: Device; network: Awaited<ReturnType<typeof startPractice>> };

/** A device on a practice network, both new, for as long as `measure` runs. */
export async function onBenchDevice<T>(measure: (ground: Ground) => Promise<T>): Promise<T> {
  const network = await startPractice();
  const profile = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  try {
    const device = await openDevice({
      extension: builtExtension(),
      profile,
      flags: network.browserFlags,
    });
    try {
      return await measure({ device, network });
    } finally {
      await device.close();
    }
  } finally {
    await network.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

export function medianOf(name: string, times: readonly number[], target: number): Measure {
  return { name: `${name}, median`, value: round(median(times)), unit: "ms", target };
}
