import { eq } from "drizzle-orm";
import { ApiError } from "../api-error";
import { sql, type Database } from "../database";
import { consentUrl, exchangeCode, type Granted, type OAuthProvider } from "../integrations/oauth";
import { ownerOf } from "../integrations/owner";
import { plan } from "../jobs/occurrences";
import { readKey } from "./read-mail";
import { hashToken, newToken } from "../token";
import { keepMailbox, settingOf } from "./mailboxes";
import { missingFor } from "./mailing";
import type { Office } from "./office";
import { oauthRequest } from "./tables";
import { base64Url, signed } from "./unsubscribe-link";

/**
 * Connecting a mailbox. It begins on the device and goes on in the browser, where the same person must be signed
 * in: else a stranger could send somebody a link by which they hand over their mailbox.
 */

const LASTS_MS = 15 * 60_000;

export type Asked = typeof oauthRequest.$inferSelect;

/** @throws ApiError mail-unavailable, with what must be set */
export async function askConsent(
  { database, mailing, publicUrl, now }: Office,
  of: { workspaceId: string; userId: string; provider: OAuthProvider },
): Promise<string> {
  const missing = missingFor(mailing, of.provider);
  if (missing.length > 0) throw new ApiError("mail-unavailable", { missing: missing.join(", ") });
  const state = newToken();
  const expiresAt = new Date(now() + LASTS_MS);
  await database.orm
    .insert(oauthRequest)
    .values({ ...of, stateHash: await hashToken(state), expiresAt });
  const url = new URL("/mail/connect", publicUrl);
  url.searchParams.set("state", state);
  return url.href;
}

/** What was asked for under this state, by this person, and not too long ago. */
export async function askedFor(
  { database, now }: Pick<Office, "database" | "now">,
  state: string,
  userId: string,
): Promise<Asked | undefined> {
  const [found] = await database.orm
    .select()
    .from(oauthRequest)
    .where(eq(oauthRequest.stateHash, await hashToken(state)));
  const isGood = found?.userId === userId && found.expiresAt.getTime() > now();
  return isGood ? found : undefined;
}

export async function providerUrl(office: Office, asked: Asked, state: string): Promise<string> {
  const setting = settingOf(office, asked.provider);
  if (!setting) throw new ApiError("mail-unavailable");
  return consentUrl(setting, await partsOf(office, state));
}

/** The state is good once, whatever comes of it. @throws ServiceFailure */
export async function takeConsent(
  office: Office,
  asked: Asked,
  { state, code, name }: { state: string; code: string; name: string },
): Promise<{ address: string; granted: Granted }> {
  const { mailing, now, scheduler, database } = office;
  const setting = settingOf(office, asked.provider);
  if (!setting || !(await forgetAsked(database, asked))) throw new ApiError("conflict");
  const granted = await exchangeCode(setting, { ...(await partsOf(office, state)), code }, now());
  const owner = await ownerOf(asked.provider, granted.tokens.access, mailing);
  if (!granted.maySend) return { address: owner.address, granted };
  const id = await keepMailbox(office, {
    workspaceId: asked.workspaceId,
    userId: asked.userId,
    provider: asked.provider,
    address: owner.address,
    // A service that tells no name leaves the one of the account.
    name: owner.name || name,
    canRead: granted.mayRead,
    secret: granted.tokens,
  });
  if (granted.mayRead) {
    await plan(database, {
      key: readKey(id),
      kind: "read-mail",
      payload: { mailbox: id },
      dueAt: now(),
    });
    scheduler.wake(now());
  }
  return { address: owner.address, granted };
}

export async function forgetAsked(database: Database, { stateHash }: Asked): Promise<boolean> {
  const [gone] = await database.write([
    sql("delete from oauth_request where state_hash = ? returning state_hash", stateHash),
  ]);
  return gone?.rows.length === 1;
}

/** The verifier follows from the state and the server's secret, so it is kept nowhere. */
async function partsOf({ mailing, publicUrl }: Office, state: string) {
  return {
    state,
    verifier: base64Url(await signed(mailing.secret, `pkce:${state}`)),
    redirectUri: new URL("/mail/connected", publicUrl).href,
  };
}
