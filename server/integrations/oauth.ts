import * as z from "zod";
import { callService, ServiceFailure } from "./failure";
import type { ServiceUrls } from "./services";

/** The consent of a mailbox's owner: OAuth 2 with PKCE (RFC 6749, RFC 7636), at the two that ask for it. */

export const OAUTH_PROVIDERS = ["gmail", "outlook"] as const;
export type OAuthProvider = (typeof OAUTH_PROVIDERS)[number];

export type Client = { id: string; secret: string };
export type Tokens = { access: string; refresh: string; expiresAt: number };
export type Granted = { tokens: Tokens; maySend: boolean; mayRead: boolean };

/** No more than: send, read answers, know the mailbox's own address. */
const SCOPES = {
  gmail: {
    send: "https://www.googleapis.com/auth/gmail.send",
    read: "https://www.googleapis.com/auth/gmail.readonly",
    rest: ["openid", "email"],
  },
  outlook: {
    send: "https://graph.microsoft.com/Mail.Send",
    read: "https://graph.microsoft.com/Mail.Read",
    rest: ["openid", "offline_access", "https://graph.microsoft.com/User.Read"],
  },
} as const;

/** A token this near its end is as good as ended. */
const MARGIN_MS = 60_000;

const tokenAnswer = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.coerce.number().default(3600),
  scope: z.string().optional(),
});

type Setting = {
  provider: OAuthProvider;
  client: Client;
  urls: ServiceUrls;
  fetch: typeof globalThis.fetch;
};

export async function consentUrl(
  { provider, client, urls }: Omit<Setting, "fetch">,
  { state, verifier, redirectUri }: { state: string; verifier: string; redirectUri: string },
): Promise<string> {
  const { send, read, rest } = SCOPES[provider];
  const url = new URL(provider === "gmail" ? urls.googleAuth : urls.microsoftAuth);
  const fields = {
    client_id: client.id,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: [...rest, send, read].join(" "),
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: "S256",
    // Google gives a lasting token only when asked for it, and again only with a fresh consent.
    ...(provider === "gmail" && { access_type: "offline", prompt: "consent" }),
    ...(provider === "outlook" && { prompt: "select_account" }),
  };
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}

export async function exchangeCode(
  setting: Setting,
  { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
  now: number,
): Promise<Granted> {
  const { provider } = setting;
  const answer = await askToken(setting, {
    grant_type: "authorization_code",
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  });
  if (!answer.refresh_token) throw new ServiceFailure("refused", "No lasting consent was given.");
  // Who says nothing about scopes gave all that was asked for (RFC 6749 §5.1).
  const given = answer.scope?.split(" ");
  const has = (scope: string) => given === undefined || given.some((one) => sameScope(one, scope));
  return {
    tokens: {
      access: answer.access_token,
      refresh: answer.refresh_token,
      expiresAt: now + answer.expires_in * 1000,
    },
    maySend: has(SCOPES[provider].send),
    mayRead: has(SCOPES[provider].read),
  };
}

export function isFresh({ expiresAt }: Tokens, now: number): boolean {
  return expiresAt - MARGIN_MS > now;
}

/** @throws ServiceFailure signed-out when the consent has ended */
export async function refreshTokens(
  setting: Setting,
  { refresh }: Tokens,
  now: number,
): Promise<Tokens> {
  const answer = await askToken(setting, { grant_type: "refresh_token", refresh_token: refresh });
  return {
    access: answer.access_token,
    refresh: answer.refresh_token ?? refresh,
    expiresAt: now + answer.expires_in * 1000,
  };
}

/**
 * Google forgets the consent at once, and says no to a token whose consent has ended already
 * (https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke). Microsoft has no such door.
 * @throws ServiceFailure where Google could not be asked
 */
export async function revokeTokens(
  { urls, fetch }: Pick<Setting, "urls" | "fetch">,
  { refresh }: Tokens,
): Promise<void> {
  try {
    await callService(fetch, urls.googleRevoke, {
      method: "POST",
      body: new URLSearchParams({ token: refresh }),
    });
  } catch (error) {
    if (!(error instanceof ServiceFailure) || error.kind !== "refused") throw error;
  }
}

async function askToken({ provider, client, urls, fetch }: Setting, fields: object) {
  const url = provider === "gmail" ? urls.googleToken : urls.microsoftToken;
  const body = new URLSearchParams({
    ...fields,
    client_id: client.id,
    client_secret: client.secret,
  });
  try {
    return tokenAnswer.parse(
      await (await callService(fetch, url, { method: "POST", body })).json(),
    );
  } catch (error) {
    // A 400 here is `invalid_grant`: the code or the consent is of no use any more.
    const isEnded = error instanceof ServiceFailure && error.kind === "refused";
    throw isEnded ? new ServiceFailure("signed-out", error.reason) : error;
  }
}

/** Microsoft gives its scopes back by their last part. */
function sameScope(given: string, asked: string): boolean {
  return lastPart(given) === lastPart(asked);
}

function lastPart(scope: string): string | undefined {
  return scope.split("/").at(-1)?.toLowerCase();
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
