import { AppError } from "@/lib/platform/app-error";
import { failureOf } from "./failure";
import { waitFor } from "./patience";
import type { Provider } from "./provider";
import * as store from "./store";

type Entry = { provider: Provider; key?: string; address?: string };
type Ports = { ai?: store.AiDb; fetch?: typeof fetch; now?: () => Date; signal?: AbortSignal };

/**
 * Checks a key or an address by a call that costs nothing, and keeps it only where the provider took it.
 * Returns the models it offers. @throws AppError with an `ai-…` code, and then nothing has changed.
 */
export async function connectProvider(
  { provider, key: typed, address: typedAddress }: Entry,
  { ai = store.openAiDb(), fetch = globalThis.fetch, now = () => new Date(), signal }: Ports = {},
): Promise<string[]> {
  const key = typed?.trim();
  if (provider.can.key === "needed" && !key) throw new AppError("ai-no-key");
  const address = addressOf(provider, typedAddress);
  const waiting = waitFor(signal ?? new AbortController().signal, {
    firstMs: 20_000,
    idleMs: 20_000,
  });
  const connection = { address, fetch: fetch.bind(globalThis), ...(key && { key }) };
  const models = await provider.check(connection, waiting.signal).finally(() => waiting.done());
  const known = { checkedAt: now().toISOString(), models };
  await store.saveReach(provider.id, { ...known, ...(provider.can.ownAddress && { address }) }, ai);
  if (key) await store.saveKey(provider.id, key, known, ai);
  return models;
}

/** An address as the library wants it. @throws AppError("ai-unreachable") for what is no web address. */
function addressOf(provider: Provider, typed: string | undefined): string {
  if (!provider.can.ownAddress) return provider.address;
  const text = typed?.trim().replace(/\/+$/u, "") || provider.address;
  if (!URL.canParse(text) || !/^https?:$/u.test(new URL(text).protocol))
    throw failureOf(new Error("no address"), new AbortController().signal);
  return text;
}
