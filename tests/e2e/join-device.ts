import { createSession } from "@/lib/cloud/session";
import type { Account } from "@/scripts/account";
import type { Device } from "@/scripts/device";

/**
 * Connects a device without its screens: paired by the calls that the settings make, its session put where they put
 * it. For tests of what comes after; `connectDevice` goes the way a person goes.
 */
export async function joinDevice(device: Device, server: string, account: Account): Promise<void> {
  const made = new Map<string, unknown>();
  const session = createSession({
    storage: {
      read: async (key) => made.get(key),
      write: async (key, value) => void made.set(key, value),
      remove: async (key) => void made.delete(key),
    },
  });
  await session.setServer(server);
  const pairing = await session.startPairing("Browser");
  await account.ask("/v1/pair/approve", {
    method: "POST",
    body: JSON.stringify({ user_code: pairing.userCode }),
  });
  await session.pollPairing(pairing);
  await device.context.addCookies(account.cookies);
  await device.keep(Object.fromEntries(made));
}
