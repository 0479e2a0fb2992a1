import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import { audit } from "../audit";
import { sql, type Database } from "../database";
import { ServiceFailure } from "../integrations/failure";
import { gmail } from "../integrations/gmail";
import type { Mailbox } from "../integrations/mailbox";
import {
  isFresh,
  refreshTokens,
  revokeTokens,
  type OAuthProvider,
  type Tokens,
} from "../integrations/oauth";
import { outlook } from "../integrations/outlook";
import { resend } from "../integrations/resend";
import type { Office } from "./office";
import { integration, type MailProvider } from "./tables";

export type Integration = typeof integration.$inferSelect;

const tokens = z.object({ access: z.string(), refresh: z.string(), expiresAt: z.number() });
/** A Resend account of the person's own, or the server's where it lends it. */
export const resendSecret = z.object({
  key: z.string().optional(),
  from: z.string(),
  webhookSecret: z.string().optional(),
  /** Where answers go, when not to the sender. */
  replyTo: z.string().optional(),
});
export type ResendSecret = z.infer<typeof resendSecret>;

const DAILY_LIMIT = 50;

type Whose = { workspaceId: string; userId?: string } | { workspaceId?: string; userId: string };

/** The mailboxes of a workspace, of a person, or of a person's place in one; the oldest first. */
export async function mailboxesOf(
  { orm }: Database,
  { workspaceId, userId }: Whose,
): Promise<Integration[]> {
  return orm
    .select()
    .from(integration)
    .where(
      and(
        workspaceId === undefined ? undefined : eq(integration.workspaceId, workspaceId),
        userId === undefined ? undefined : eq(integration.userId, userId),
      ),
    )
    .orderBy(integration.createdAt);
}

export async function mailboxOf(
  { orm }: Database,
  of: { workspaceId: string; userId: string; id: string },
): Promise<Integration | undefined> {
  const [found] = await orm
    .select()
    .from(integration)
    .where(
      and(
        eq(integration.id, of.id),
        eq(integration.workspaceId, of.workspaceId),
        eq(integration.userId, of.userId),
      ),
    );
  return found;
}

export async function mailboxById({ orm }: Database, id: string): Promise<Integration | undefined> {
  const [found] = await orm.select().from(integration).where(eq(integration.id, id));
  return found;
}

/** Connecting the same address again puts the new tokens in the place of the old ones. */
export async function keepMailbox(
  { database, mailing, now }: Office,
  of: {
    workspaceId: string;
    userId: string;
    provider: MailProvider;
    address: string;
    name: string;
    canRead: boolean;
    secret: unknown;
  },
): Promise<string> {
  const { secret, ...fields } = of;
  const vault = mailing.vault!;
  const standing = (await mailboxesOf(database, of)).find(({ address }) => address === of.address);
  const id = standing?.id ?? uuidv7();
  const sealedKey = await vault.newKey(id);
  const sealedTokens = await vault.seal(id, sealedKey, secret);
  const at = new Date(now());
  const kept = { ...fields, sealedKey, sealedTokens, problem: null };
  const { orm } = database;
  await orm.batch([
    standing
      ? orm.update(integration).set(kept).where(eq(integration.id, id))
      : orm
          .insert(integration)
          .values({ ...kept, id, dailyLimit: DAILY_LIMIT, readUntil: at, createdAt: at }),
    audit(orm, {
      at,
      action: "mailbox.connected",
      userId: of.userId,
      workspaceId: of.workspaceId,
      detail: of.address,
    }),
  ]);
  return id;
}

/** Here nothing of it stays, and the service is told to forget the consent. */
export async function dropMailbox(office: Office, one: Integration): Promise<GivenBack> {
  const { orm } = office.database;
  await orm.batch([
    orm.delete(integration).where(eq(integration.id, one.id)),
    audit(orm, {
      at: new Date(office.now()),
      action: "mailbox.disconnected",
      userId: one.userId,
      workspaceId: one.workspaceId,
      detail: one.address,
    }),
  ]);
  return giveBack(office, one);
}

/** Who is no longer in a workspace sends nothing from it. */
export async function dropMailboxes(office: Office, of: Whose): Promise<void> {
  const going = await mailboxesOf(office.database, of);
  await Promise.all(going.map((one) => dropMailbox(office, one)));
}

/** What became of the consent: taken back; only its owner can, on the service's own page; or there was none. */
export type GivenBack = "done" | "byHand" | "none";

/** From the row as it was, which may be gone by now: what is erased here must not stay open there. Throws nothing. */
export async function giveBack(office: Office, one: Integration): Promise<GivenBack> {
  if (one.provider === "resend") return "none";
  const setting = settingOf(office, one.provider);
  if (one.provider !== "gmail" || !setting) return "byHand";
  try {
    const { vault } = office.mailing;
    const held = await vault?.open(one.id, one.sealedKey, one.sealedTokens);
    await revokeTokens(setting, tokens.parse(held));
    return "done";
  } catch (error) {
    office.log(`A consent could not be taken back: ${String(error)}`);
    return "byHand";
  }
}

export async function markProblem(database: Database, id: string, problem: string | null) {
  await database.write([sql("update integration set problem = ? where id = ?", problem, id)]);
}

/** The mailbox ready to be used; its tokens are renewed and kept when they have ended. */
export async function openMailbox(office: Office, one: Integration): Promise<Mailbox> {
  const { mailing } = office;
  if (one.provider === "resend") {
    const secret = await resendSecretOf(office, one);
    const key = secret.key ?? mailing.shared?.key;
    if (!key) throw new ServiceFailure("refused", "The server lends its mail account no more.");
    return resend({ key, from: secret.from }, mailing.urls.resend, mailing.fetch);
  }
  const provider = one.provider;
  const token = () => accessToken(office, one, provider);
  return provider === "gmail"
    ? gmail(token, mailing.urls.gmail, mailing.fetch)
    : outlook(token, mailing.urls.graph, mailing.fetch);
}

export async function resendSecretOf({ mailing }: Office, one: Integration): Promise<ResendSecret> {
  return resendSecret.parse(await mailing.vault?.open(one.id, one.sealedKey, one.sealedTokens));
}

async function accessToken(
  office: Office,
  { id }: Integration,
  provider: OAuthProvider,
): Promise<string> {
  const { database, mailing, now } = office;
  const { vault } = mailing;
  const setting = settingOf(office, provider);
  const one = await mailboxById(database, id);
  if (!one || !vault || !setting) throw new ServiceFailure("signed-out", "The mailbox is gone.");
  const held: Tokens = tokens.parse(await vault.open(id, one.sealedKey, one.sealedTokens));
  if (isFresh(held, now())) return held.access;
  const fresh = await refreshTokens(setting, held, now());
  await keepTokens(office, one, fresh);
  return fresh.access;
}

/** The next call fetches a new one: for a token that was refused before its time. */
export async function distrustToken(office: Office, one: Integration): Promise<void> {
  const { vault } = office.mailing;
  if (!vault || one.provider === "resend") return;
  const held = tokens.parse(await vault.open(one.id, one.sealedKey, one.sealedTokens));
  await keepTokens(office, one, { ...held, expiresAt: 0 });
}

async function keepTokens({ database, mailing }: Office, one: Integration, fresh: Tokens) {
  const box = await mailing.vault!.seal(one.id, one.sealedKey, fresh);
  await database.write([
    sql("update integration set sealed_tokens = ?, problem = null where id = ?", box, one.id),
  ]);
}

export function settingOf({ mailing }: Pick<Office, "mailing">, provider: OAuthProvider) {
  const client = mailing.clients[provider];
  return client && { provider, client, urls: mailing.urls, fetch: mailing.fetch };
}

/** Puts every mailbox's key under the server's newest one. */
export async function rewrapKeys({ database, mailing }: Pick<Office, "database" | "mailing">) {
  const { vault } = mailing;
  if (!vault) return 0;
  let count = 0;
  for (const { id, sealedKey } of await database.orm.select().from(integration)) {
    const wrapped = await vault.rewrap(id, sealedKey);
    if (wrapped === undefined) continue;
    count += 1;
    await database.write([
      sql(
        "update integration set sealed_key = ? where id = ? and sealed_key = ?",
        wrapped,
        id,
        sealedKey,
      ),
    ]);
  }
  return count;
}
