import "fake-indexeddb/auto";
import { createGateway, type Gateway } from "@/lib/ai/gateway";
import type { Patience } from "@/lib/ai/patience";
import type { Provider, ProviderId } from "@/lib/ai/provider";
import { providersById } from "@/lib/ai/providers/list";
import type { Wait } from "@/lib/ai/retry";
import { connectProvider } from "@/lib/ai/set-up";
import * as store from "@/lib/ai/store";
import { connect, type RapportDb } from "@/lib/data/db";
import { startAnthropic, type FakeAnthropic } from "./anthropic";
import { startOpenAi, type FakeOpenAi } from "./openai";
import type { FakeOptions } from "./model";

export const GOOD_KEY = "sk-good-key-of-fake-0001";

export type House = {
  notebook: RapportDb;
  ai: store.AiDb;
  gateway: Gateway;
  /** Waits the gateway asked for, none of which was waited for. */
  waits: number[];
  now: { is: Date };
};

let made = 0;

/** A device of its own: notebook, keys, gateway, and a clock one can set. */
export function makeHouse(providers: readonly Provider[], patience?: Patience): House {
  made += 1;
  const notebook = connect(`notebook-${made}`);
  const ai = store.openAiDb(`ai-${made}`);
  const waits: number[] = [];
  const now = { is: new Date("2026-11-20T10:00:00Z") };
  const wait: Wait = (ms) => {
    waits.push(ms);
    return Promise.resolve();
  };
  const gateway = createGateway({
    notebook,
    ai,
    providers: new Map(providers.map((one) => [one.id, one])),
    now: () => now.is,
    wait,
    ...(patience && { patience }),
  });
  return { notebook, ai, gateway, waits, now };
}

export type FakeServer = FakeOpenAi | FakeAnthropic;

const SERVERS: Record<
  Exclude<ProviderId, "builtin">,
  (options?: FakeOptions) => Promise<FakeServer>
> = {
  openai: (options) => startOpenAi("openai", options),
  anthropic: startAnthropic,
  gemini: (options) => startOpenAi("gemini", options),
  mistral: (options) => startOpenAi("mistral", options),
  compatible: (options) => startOpenAi("ollama", options),
};

export const NETWORKED = Object.keys(SERVERS) as Exclude<ProviderId, "builtin">[];

/** The shipped provider, pointed at a fake of its server. */
export async function fakeOf(
  id: Exclude<ProviderId, "builtin">,
  options?: FakeOptions,
): Promise<{ server: FakeServer; provider: Provider }> {
  const server = await SERVERS[id](options);
  const provider = providersById.get(id)!;
  const path = id === "anthropic" ? "" : "/v1";
  return { server, provider: { ...provider, address: `${server.url}${path}` } };
}

/** A house with one provider set up, agreed to, and ready. */
export async function readyHouse(
  id: Exclude<ProviderId, "builtin"> = "openai",
  options?: FakeOptions,
  patience?: Patience,
) {
  const { server, provider } = await fakeOf(id, options);
  const house = makeHouse([provider], patience);
  await connectProvider({ provider, key: GOOD_KEY }, { ai: house.ai, now: () => house.now.is });
  await store.saveWish(
    { provider: id, ...(id === "compatible" && { model: "llama-of-the-house" }) },
    house.notebook,
  );
  await house.gateway.agree({ provider, address: provider.address });
  return { ...house, server, provider };
}
