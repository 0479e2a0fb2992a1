import type { Env } from "../env";
import { servicesOf, type ServiceUrls } from "../integrations/services";
import type { Client, OAuthProvider } from "../integrations/oauth";
import { createVault, type Vault } from "./vault";

/** What the server sends people's mail with. */
export type Mailing = {
  /** None without MAIL_KEYS: then no mailbox can be connected. */
  vault: Vault | undefined;
  clients: Partial<Record<OAuthProvider, Client>>;
  /** The server's own Resend account, where it lends it to its members. */
  shared: { key: string; from: string; webhookSecret?: string } | undefined;
  urls: ServiceUrls;
  /** Signs the links of mails and the requests for consent. */
  secret: string;
  fetch: typeof globalThis.fetch;
};

export async function createMailing(
  env: Env,
  { secret, keys, fetch }: { secret: string; keys?: string; fetch?: typeof globalThis.fetch },
): Promise<Mailing> {
  const mailKeys = env.MAIL_KEYS ?? keys;
  const { RESEND_API_KEY: key, MAIL_FROM_MEMBERS: from, RESEND_WEBHOOK_SECRET: hook } = env;
  return {
    vault: mailKeys ? await createVault(mailKeys) : undefined,
    clients: {
      ...clientOf("gmail", env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET),
      ...clientOf("outlook", env.MICROSOFT_CLIENT_ID, env.MICROSOFT_CLIENT_SECRET),
    },
    shared: key && from ? { key, from, ...(hook && { webhookSecret: hook }) } : undefined,
    urls: servicesOf(env),
    secret,
    // A Worker's fetch wants to be called as nobody's method.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
  };
}

function clientOf(name: OAuthProvider, id: string | undefined, secret: string | undefined) {
  return id && secret ? { [name]: { id, secret } } : {};
}

/** What must be set on the server before a way can be used: names of variables, none when all is there. */
export function missingFor(mailing: Mailing, provider: OAuthProvider | "resend"): string[] {
  const missing = mailing.vault ? [] : ["MAIL_KEYS"];
  if (provider === "gmail" && !mailing.clients.gmail) {
    missing.push("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET");
  }
  if (provider === "outlook" && !mailing.clients.outlook) {
    missing.push("MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET");
  }
  return missing;
}
