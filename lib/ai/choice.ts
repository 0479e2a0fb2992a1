import { openPersonal, type RapportDb } from "@/lib/data/db";
import { AppError } from "@/lib/platform/app-error";
import type { Provider } from "./provider";
import { providersById, type Providers } from "./providers/list";
import * as store from "./store";

export type Choice = { provider: Provider; model: string; address: string };

type Ports = { notebook: RapportDb; ai: store.AiDb; providers: Providers };

/** Whom to ask: the wished one where this device can reach it, else any it can. @throws AppError("ai-no-provider") */
export async function chooseProvider({
  notebook = openPersonal(),
  ai = store.openAiDb(),
  providers = providersById,
}: Partial<Ports> = {}): Promise<Choice> {
  const wish = await store.readWish(notebook);
  const reached = await store.listReach(ai);
  const usable = reached.flatMap((reach) => {
    const provider = providers.get(reach.provider);
    if (!provider || (provider.can.key === "needed" && !reach.sealed)) return [];
    const model = wish.models[provider.id] ?? provider.defaultModel ?? reach.models?.[0];
    if (!model) return [];
    return [{ provider, model, address: reach.address ?? provider.address }];
  });
  const choice = usable.find(({ provider }) => provider.id === wish.provider) ?? usable[0];
  if (!choice) throw new AppError("ai-no-provider");
  return choice;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** Whether a question to this address goes beyond this machine. */
export function leavesDevice(provider: Provider, address: string): boolean {
  if (!provider.can.leavesDevice) return false;
  return !(
    provider.can.ownAddress &&
    URL.canParse(address) &&
    LOOPBACK.test(new URL(address).hostname)
  );
}
