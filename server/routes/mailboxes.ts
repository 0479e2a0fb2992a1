import { Hono, type Context } from "hono";
import * as z from "zod";
import { isAddress } from "@/lib/messaging/mail/address";
import { checkDomain } from "@/lib/messaging/domain/check";
import { domainReport } from "@/lib/messaging/domain/report";
import { ApiError, type ApiErrorCode } from "../api-error";
import type { AppEnv } from "../app-env";
import { sql } from "../database";
import { describe } from "../describe";
import { askDns } from "../integrations/dns";
import { ServiceFailure } from "../integrations/failure";
import { FILE_BYTES } from "../integrations/mailbox";
import { OAUTH_PROVIDERS } from "../integrations/oauth";
import { checkResendKey } from "../integrations/resend";
import { askConsent } from "../mailing/consent";
import {
  dropMailbox,
  keepMailbox,
  mailboxesOf,
  mailboxOf,
  type Integration,
} from "../mailing/mailboxes";
import { missingFor } from "../mailing/mailing";
import { MAIL_PROVIDERS } from "../mailing/tables";
import { demand } from "../rate-limit";
import { input } from "../validate";

const DAY_MS = 86_400_000;
const CHECKS = { max: 30, seconds: 600 };

const mailbox = z.object({
  id: z.string(),
  provider: z.enum(MAIL_PROVIDERS),
  address: z.string(),
  name: z.string(),
  canRead: z.boolean().describe("Whether answers and bounces are looked for."),
  dailyLimit: z.int(),
  sentToday: z.int().describe("In the last 24 hours."),
  fileBytes: z.int().describe("Most bytes of files in one mail."),
  problem: z.string().optional(),
  /** Where Resend tells of bounces; for an account of one's own. */
  hook: z.url().optional(),
});
const mailboxList = z.object({
  ways: z.array(
    z.object({
      provider: z.enum(MAIL_PROVIDERS),
      missing: z.array(z.string()).describe("Variables the server's owner has to set first."),
    }),
  ),
  shared: z.string().optional().describe("The sender the server lends its members."),
  mailboxes: z.array(mailbox),
});

const path = z.object({ workspace: z.string() });
const one = path.extend({ mailbox: z.string() });
const done = z.object({ ok: z.literal(true) });
const disconnected = done.extend({
  consent: z
    .enum(["done", "byHand", "none"])
    .describe("Taken back, to be taken back on the service's own page, or there was none."),
});
const failures = [
  "not-signed-in",
  "device-revoked",
  "device-expired",
  "not-found",
  "forbidden",
] as const satisfies readonly ApiErrorCode[];

/** `Name <address>` or an address alone. */
const sender = z
  .string()
  .max(200)
  .regex(/^[^\r\n<>]*<[^\r\n<>]+>$|^[^\r\n<>\s]+$/)
  .refine((text) => isAddress(addressIn(text)));

export const mailboxes = new Hono<AppEnv>()
  .get(
    "/v1/w/:workspace/mailboxes",
    describe(
      "Mail",
      "The person's mailboxes here, and the ways to connect one.",
      mailboxList,
      failures,
    ),
    input("param", path),
    async (c) => {
      const { database, mailing } = c.var.deps;
      const { workspaceId } = c.var.membership;
      const found = await mailboxesOf(database, { workspaceId, userId: c.var.caller.person.id });
      return c.json({
        ways: MAIL_PROVIDERS.map((provider) => ({
          provider,
          missing: missingFor(mailing, provider),
        })),
        ...(mailing.shared && mailing.vault && { shared: mailing.shared.from }),
        mailboxes: await Promise.all(found.map((each) => shown(c, each))),
      });
    },
  )
  .post(
    "/v1/w/:workspace/mailboxes/consent",
    describe(
      "Mail",
      "Begins to connect Gmail or Outlook: the page to open in a browser.",
      z.object({ url: z.url() }),
      [...failures, "bad-request", "mail-unavailable"],
    ),
    input("param", path),
    input("json", z.object({ provider: z.enum(OAUTH_PROVIDERS) })),
    async (c) => {
      const { workspaceId } = c.var.membership;
      const { provider } = c.req.valid("json");
      const userId = c.var.caller.person.id;
      return c.json({ url: await askConsent(c.var.deps, { workspaceId, userId, provider }) });
    },
  )
  .post(
    "/v1/w/:workspace/mailboxes/resend",
    describe("Mail", "Connects a Resend account, or the one the server lends.", done, [
      ...failures,
      "bad-request",
      "mail-unavailable",
      "mail-refused",
      "too-many",
    ]),
    input("param", path),
    input(
      "json",
      z.object({
        key: z.string().trim().min(8).max(200).optional(),
        from: sender.optional(),
        webhookSecret: z.string().trim().startsWith("whsec_").max(200).optional(),
      }),
    ),
    async (c) => {
      const { mailing, limits } = c.var.deps;
      const { person } = c.var.caller;
      const missing = missingFor(mailing, "resend");
      if (missing.length > 0) {
        throw new ApiError("mail-unavailable", { missing: missing.join(", ") });
      }
      await demand(limits, `resend-key:${person.id}`, CHECKS);
      const { key, webhookSecret, from = mailing.shared?.from } = c.req.valid("json");
      if (from === undefined || (!key && !mailing.shared)) throw new ApiError("bad-request");
      if (!key && from !== mailing.shared?.from) throw new ApiError("bad-request");
      if (key) await checked(key, c);
      await keepMailbox(c.var.deps, {
        workspaceId: c.var.membership.workspaceId,
        userId: person.id,
        provider: "resend",
        address: addressIn(from),
        name: /^(.*)</u.exec(from)?.[1]?.trim() ?? "",
        canRead: false,
        secret: {
          from,
          ...(key && { key }),
          ...(webhookSecret && { webhookSecret }),
          // The lent sender is nobody's own address: answers must reach the person.
          ...(!key && { replyTo: person.email }),
        },
      });
      return c.json({ ok: true as const });
    },
  )
  .patch(
    "/v1/w/:workspace/mailboxes/:mailbox",
    describe("Mail", "Sets the sender's name and how many mails may leave in 24 hours.", done, [
      ...failures,
      "bad-request",
    ]),
    input("param", one),
    input(
      "json",
      z.object({
        dailyLimit: z.int().min(1).max(2000).optional(),
        name: z.string().trim().max(120).optional(),
      }),
    ),
    async (c) => {
      const { id } = await ownMailbox(c, c.req.valid("param").mailbox);
      const { dailyLimit, name } = c.req.valid("json");
      await c.var.deps.database.write([
        sql(
          "update integration set daily_limit = coalesce(?, daily_limit), name = coalesce(?, name) where id = ?",
          dailyLimit ?? null,
          name ?? null,
          id,
        ),
      ]);
      return c.json({ ok: true as const });
    },
  )
  .delete(
    "/v1/w/:workspace/mailboxes/:mailbox",
    describe(
      "Mail",
      "Disconnects a mailbox, forgets its tokens and takes its consent back.",
      disconnected,
      failures,
    ),
    input("param", one),
    async (c) => {
      const mailbox = await ownMailbox(c, c.req.valid("param").mailbox);
      return c.json({ ok: true as const, consent: await dropMailbox(c.var.deps, mailbox) });
    },
  )
  .get(
    "/v1/w/:workspace/domain-check",
    describe("Mail", "Looks at a domain's SPF, DKIM and DMARC as a receiver would.", domainReport, [
      ...failures,
      "bad-request",
      "too-many",
      "mail-refused",
    ]),
    input("param", path),
    input(
      "query",
      z.object({
        domain: z
          .string()
          .trim()
          .toLowerCase()
          .max(253)
          .regex(/^(?:[a-z0-9_](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+$/),
        selector: z
          .string()
          .max(63)
          .regex(/^[a-z0-9._-]+$/i)
          .optional(),
        sender: z.enum(MAIL_PROVIDERS).optional(),
      }),
    ),
    async (c) => {
      const { limits, mailing } = c.var.deps;
      const { domain, selector, sender: provider } = c.req.valid("query");
      await demand(limits, `domain:${c.var.caller.person.id}`, CHECKS);
      const ask = askDns(mailing.urls.dns, mailing.fetch);
      try {
        return c.json(await checkDomain(domain, ask, { selector, sender: provider }));
      } catch (error) {
        throw refusedBy(error);
      }
    },
  );

async function ownMailbox(c: Context<AppEnv>, id: string): Promise<Integration> {
  const { workspaceId } = c.var.membership;
  const userId = c.var.caller.person.id;
  const found = await mailboxOf(c.var.deps.database, { workspaceId, userId, id });
  if (!found) throw new ApiError("not-found");
  return found;
}

async function shown(c: Context<AppEnv>, each: Integration): Promise<z.infer<typeof mailbox>> {
  const { database, now, publicUrl } = c.var.deps;
  const [counts] = await database.read([
    sql(
      "select count(*) n from email_delivery where integration_id = ? and tried_at > ?",
      each.id,
      now() - DAY_MS,
    ),
  ]);
  const { id, provider, address, name, canRead, dailyLimit, problem } = each;
  return {
    id,
    provider,
    address,
    name,
    canRead,
    dailyLimit,
    sentToday: Number(counts?.[0]?.n ?? 0),
    fileBytes: FILE_BYTES[provider],
    ...(problem !== null && { problem }),
    ...(provider === "resend" && { hook: new URL(`/v1/hooks/resend/${id}`, publicUrl).href }),
  };
}

async function checked(key: string, c: Context<AppEnv>): Promise<void> {
  const { urls, fetch } = c.var.deps.mailing;
  try {
    await checkResendKey(key, urls.resend, fetch);
  } catch (error) {
    throw refusedBy(error);
  }
}

function refusedBy(error: unknown): unknown {
  if (!(error instanceof ServiceFailure)) return error;
  return new ApiError("mail-refused", { kind: error.kind, why: error.reason }, { cause: error });
}

function addressIn(text: string): string {
  return (/<([^<>]+)>\s*$/u.exec(text)?.[1] ?? text).trim().toLowerCase();
}
