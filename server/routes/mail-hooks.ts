import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import { ApiError } from "../api-error";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { planOnce } from "../jobs/occurrences";
import { resendEvent } from "../mailing/resend-event";
import { mailboxById, resendSecretOf } from "../mailing/mailboxes";
import { verifyWebhook } from "../mailing/webhook-signature";
import { input } from "../validate";

const BODY_BYTES = 1_000_000;
const SHARED = "shared";

/** Where Resend tells what became of a mail. It is put down at once and done afterwards. */
export const mailHooks = new Hono<AppEnv>().post(
  "/v1/hooks/resend/:mailbox",
  describe(
    "Mail",
    "Takes what Resend tells of a mail, each event once, signed as Svix does.",
    z.object({ ok: z.literal(true) }),
    ["bad-request", "not-found", "forbidden", "body-too-large"],
  ),
  bodyLimit({
    maxSize: BODY_BYTES,
    onError: () => {
      throw new ApiError("body-too-large", { limit: BODY_BYTES });
    },
  }),
  input("param", z.object({ mailbox: z.string().max(60) })),
  async (c) => {
    const { database, now, scheduler } = c.var.deps;
    const { mailbox } = c.req.valid("param");
    const secret = await secretOf(c, mailbox);
    if (secret === undefined) throw new ApiError("not-found");
    const body = await c.req.text();
    const id = await verifyWebhook(secret, c.req.raw.headers, body, now());
    if (id === undefined) throw new ApiError("forbidden");
    const event = resendEvent.safeParse(jsonOf(body));
    if (!event.success) throw new ApiError("bad-request", { where: "json" });
    await planOnce(database, {
      key: `resend-event/${mailbox}/${id}`,
      kind: "resend-event",
      payload: { ...(mailbox !== SHARED && { mailbox }), event: event.data },
      dueAt: now(),
    });
    scheduler.wake(now(), c);
    return c.json({ ok: true as const });
  },
);

async function secretOf(c: Context<AppEnv>, mailbox: string): Promise<string | undefined> {
  const { deps } = c.var;
  if (mailbox === SHARED) return deps.mailing.shared?.webhookSecret;
  const found = await mailboxById(deps.database, mailbox);
  if (found?.provider !== "resend") return undefined;
  return (await resendSecretOf(deps, found)).webhookSecret;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
