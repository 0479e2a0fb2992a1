import * as z from "zod";
import { cloudSession } from "@/lib/cloud/extension-session";
import { createMailApi } from "@/lib/cloud/mail-api";
import { openDb, type RapportDb } from "@/lib/data/db";
import { addressKey } from "../mail/address";

/**
 * The addresses never written to, as this device last heard of them: so that a draft is stopped without a network
 * too, whichever way it would leave. The server asks its own list again before anything goes.
 */

const KEY = "never";
const OLD_MS = 10 * 60_000;

const mirror = z.object({ at: z.number(), addresses: z.record(z.string(), z.string()) });
type Mirror = z.infer<typeof mirror>;

async function readMirror(db: RapportDb): Promise<Mirror | undefined> {
  return mirror.safeParse((await db._meta.get(KEY))?.value).data;
}

/** Why this address is not to be written to; undefined when it may be. */
export async function neverReason(
  address: string,
  db: RapportDb = openDb(),
): Promise<string | undefined> {
  return (await readMirror(db))?.addresses[addressKey(address)];
}

/** Asks the server when what is known is old; what it does not answer leaves everything as it was. */
export async function refreshNever(
  { force = false }: { force?: boolean } = {},
  db: RapportDb = openDb(),
  now: number = Date.now(),
): Promise<boolean> {
  const session = await cloudSession.currentSession();
  const known = await readMirror(db);
  if (!session || (!force && known && now - known.at < OLD_MS)) return false;
  const list = await createMailApi(session)
    .suppressions()
    .catch(() => undefined);
  if (!list) return false;
  const addresses = Object.fromEntries(list.map(({ address, reason }) => [address, reason]));
  await db._meta.put({ key: KEY, value: { at: now, addresses } });
  return true;
}
