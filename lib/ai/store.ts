import { Dexie, type EntityTable, type Table } from "dexie";
import { openPersonal, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save-on-demand";
import { SETTINGS_ID } from "@/lib/model/settings-id";
import type { Call } from "./budget";
import type { Price } from "./prices";
import type { ProviderId } from "./provider";
import { newVaultKey, seal, unseal, type Sealed } from "./vault";

/**
 * What concerns AI and stays on this device: a database of its own, beside the notebook, so that no sync and
 * no backup ever holds a key. Which provider and model are asked are preferences, and stand in the settings.
 */
export const AI_DB = "rapport-ai";

/** How this device reaches a provider. */
export type Reach = {
  provider: ProviderId;
  /** The user's own, where the provider has no fixed one. */
  address?: string;
  sealed?: Sealed;
  /** The key's last four characters, so that one knows which it is. */
  last4?: string;
  /** When the provider last accepted it. */
  checkedAt?: string;
  /** What it then offered. */
  models?: string[];
};

/** To what the user agreed: what leaves goes there. Another address is another question. */
export type Agreement = { provider: ProviderId; address: string; at: string };

export type OwnPrice = Price & { key: string };

export type AiDb = Dexie & {
  aiReach: Table<Reach, ProviderId>;
  aiVault: Table<{ name: string; key: CryptoKey }, string>;
  aiAgreements: Table<Agreement, ProviderId>;
  aiCalls: EntityTable<Call & { id: number }, "id">;
  aiPrices: Table<OwnPrice, string>;
  aiLimits: Table<{ name: "month"; usd: number }, string>;
};

const opened = new Map<string, AiDb>();

export function openAiDb(name = AI_DB): AiDb {
  const known = opened.get(name);
  if (known) return known;
  const db = new Dexie(name, { cache: "disabled" }) as AiDb;
  db.version(1).stores({
    aiReach: "provider",
    aiVault: "name",
    aiAgreements: "provider",
    aiCalls: "++id, at",
    aiPrices: "key",
    aiLimits: "name",
  });
  opened.set(name, db);
  return db;
}

/** Calls back when any screen changed something here. Returns how to stop. */
export function onAiChange(tell: () => void, name = AI_DB): () => void {
  const listen = (parts: Record<string, unknown>) => {
    if (Object.keys(parts).some((part) => part.startsWith(`idb://${name}/`))) tell();
  };
  Dexie.on("storagemutated", listen);
  return () => Dexie.on.storagemutated.unsubscribe(listen);
}

const VAULT = "keys";

export async function saveKey(
  provider: ProviderId,
  apiKey: string,
  known: Pick<Reach, "checkedAt" | "models">,
  db: AiDb = openAiDb(),
): Promise<void> {
  const vault = await vaultKey(db);
  const sealed = await seal(vault, apiKey, provider);
  const last4 = apiKey.length > 12 ? apiKey.slice(-4) : "";
  const before = await db.aiReach.get(provider);
  await db.aiReach.put({ ...before, provider, sealed, last4, ...known });
}

/** Keeps an address, and what it offers; the agreement for another address ends. */
export async function saveReach(
  provider: ProviderId,
  reach: Pick<Reach, "address" | "checkedAt" | "models">,
  db: AiDb = openAiDb(),
): Promise<void> {
  await db.transaction("rw", db.aiReach, db.aiAgreements, async () => {
    const before = await db.aiReach.get(provider);
    await db.aiReach.put({ ...before, ...reach, provider });
    const agreed = await db.aiAgreements.get(provider);
    if (agreed && reach.address !== undefined && agreed.address !== reach.address)
      await db.aiAgreements.delete(provider);
  });
}

export async function readKey(
  provider: ProviderId,
  db: AiDb = openAiDb(),
): Promise<string | undefined> {
  const reach = await db.aiReach.get(provider);
  const vault = await db.aiVault.get(VAULT);
  return reach?.sealed && vault ? unseal(vault.key, reach.sealed, provider) : undefined;
}

/** The key, its address and the agreement go; what was spent stays on the books. */
export async function removeReach(provider: ProviderId, db: AiDb = openAiDb()): Promise<void> {
  await db.transaction("rw", db.aiReach, db.aiAgreements, async () => {
    await db.aiReach.delete(provider);
    await db.aiAgreements.delete(provider);
  });
}

export function listReach(db: AiDb = openAiDb()): Promise<Reach[]> {
  return db.aiReach.toArray();
}

export async function readReach(
  provider: ProviderId,
  db: AiDb = openAiDb(),
): Promise<Reach | undefined> {
  return db.aiReach.get(provider);
}

export async function agree(agreement: Agreement, db: AiDb = openAiDb()): Promise<void> {
  await db.aiAgreements.put(agreement);
}

export async function hasAgreed(
  provider: ProviderId,
  address: string,
  db: AiDb = openAiDb(),
): Promise<boolean> {
  return (await db.aiAgreements.get(provider))?.address === address;
}

export async function recordCall(call: Call, db: AiDb = openAiDb()): Promise<void> {
  await db.aiCalls.add(call);
}

export function callsSince(at: string, db: AiDb = openAiDb()): Promise<Call[]> {
  return db.aiCalls.where("at").aboveOrEqual(at).toArray();
}

/** US dollars a month; absent: no limit. */
export async function readLimit(db: AiDb = openAiDb()): Promise<number | undefined> {
  return (await db.aiLimits.get("month"))?.usd;
}

export async function saveLimit(usd: number | undefined, db: AiDb = openAiDb()): Promise<void> {
  if (usd === undefined) await db.aiLimits.delete("month");
  else await db.aiLimits.put({ name: "month", usd });
}

export function ownPrices(db: AiDb = openAiDb()): Promise<OwnPrice[]> {
  return db.aiPrices.toArray();
}

export async function savePrice(price: Price, db: AiDb = openAiDb()): Promise<void> {
  await db.aiPrices.put({ ...price, key: `${price.provider}/${price.model}` });
}

export async function removePrice(
  provider: ProviderId,
  model: string,
  db: AiDb = openAiDb(),
): Promise<void> {
  await db.aiPrices.delete(`${provider}/${model}`);
}

/** Every provider asks again before the next call. */
export async function takeAgreementsBack(db: AiDb = openAiDb()): Promise<void> {
  await db.aiAgreements.clear();
}

/** Everything about AI leaves this device: keys, addresses, agreements, the books. */
export async function eraseAi(db: AiDb = openAiDb()): Promise<void> {
  await db.delete({ disableAutoOpen: false });
}

export type Wish = { provider?: ProviderId; models: Record<string, string> };

/** Which provider and models the user wants, on every device. */
export async function readWish(notebook: RapportDb = openPersonal()): Promise<Wish> {
  const settings = await notebook.settings.get(SETTINGS_ID);
  return {
    ...(settings?.aiProvider && { provider: settings.aiProvider }),
    models: settings?.aiModels ?? {},
  };
}

export async function saveWish(
  wish: { provider?: ProviderId; model?: string },
  notebook: RapportDb = openPersonal(),
): Promise<void> {
  const { provider, model } = wish;
  const fields = {
    ...(provider && { aiProvider: provider }),
    ...(provider && model && { [`aiModels/${provider}`]: model }),
  };
  await save(notebook, [{ table: "settings", id: SETTINGS_ID, create: true, fields }]);
}

/** Made at the first key; it can encrypt and decrypt here and be copied nowhere. */
async function vaultKey(db: AiDb): Promise<CryptoKey> {
  const made = await newVaultKey();
  return db.transaction("rw", db.aiVault, async () => {
    const kept = await db.aiVault.get(VAULT);
    if (kept) return kept.key;
    await db.aiVault.add({ name: VAULT, key: made });
    return made;
  });
}
