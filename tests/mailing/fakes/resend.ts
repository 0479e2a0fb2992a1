import { Hono } from "hono";
import * as z from "zod";
import type { Letter } from "@/server/mail";
import { signWebhook } from "@/server/mailing/webhook-signature";
import type { Fault } from "./mailbox";

export type ResendMail = {
  id: string;
  key: string;
  body: Record<string, unknown> & { headers: Record<string, string> };
};

const letterShape = z.object({
  from: z.string(),
  to: z.array(z.email()).length(1),
  subject: z.string(),
  text: z.string(),
});

export const RESEND_KEYS = { full: "re_full_access_0001", sending: "re_sending_only_0002" };

/** Resend's API as far as it is used, with its idempotency keys, and the events it tells of. */
export function createFakeResend() {
  const sent: ResendMail[] = [];
  const letters: Letter[] = [];
  const received = new Map<string, Record<string, unknown>>();
  const faults: Fault[] = [];
  const byKey = new Map<string, { id: string; body: string }>();
  const app = new Hono();
  app.use(async (c, next) => {
    const key = /^Bearer (.+)$/u.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
    if (!Object.values(RESEND_KEYS).includes(key)) {
      return c.json(
        { statusCode: 401, name: "validation_error", message: "API key is invalid" },
        401,
      );
    }
    const fault = faults.shift();
    const failure = () =>
      Response.json(fault?.body ?? { message: "Something went wrong" }, {
        status: fault?.status ?? 500,
      });
    if (fault?.when === "before") return failure();
    await next();
    if (fault) c.res = failure();
    return undefined;
  });
  app.get("/domains", (c) => {
    if (c.req.header("authorization")?.endsWith(RESEND_KEYS.sending)) {
      return c.json(
        {
          statusCode: 401,
          name: "restricted_api_key",
          message: "This API key is restricted to only send emails",
        },
        401,
      );
    }
    return c.json({ data: [] });
  });
  app.post("/emails", async (c) => {
    const text = await c.req.text();
    const key = c.req.header("idempotency-key");
    // Without a key every call is a mail of its own: so go the letters of the server itself.
    if (key === undefined) {
      const letter = letterShape.parse(JSON.parse(text));
      letters.push({ to: letter.to.join(), subject: letter.subject, text: letter.text });
      return c.json({ id: crypto.randomUUID() });
    }
    const known = byKey.get(key);
    if (known && known.body !== text) {
      return c.json(
        { name: "invalid_idempotent_request", message: "Same key, other payload" },
        409,
      );
    }
    if (known) return c.json({ id: known.id });
    const id = `00000000-0000-4000-8000-${String(sent.length + 1).padStart(12, "0")}`;
    byKey.set(key, { id, body: text });
    sent.push({ id, key, body: JSON.parse(text) as ResendMail["body"] });
    return c.json({ id });
  });
  app.get("/emails/receiving/:id", (c) => {
    const mail = received.get(c.req.param("id"));
    return mail ? c.json(mail) : c.json({ name: "not_found", message: "Not found" }, 404);
  });
  return { app, sent, letters, received, faults };
}

/** An event as Resend tells it: signed the way Svix signs. */
export async function resendEvent(
  secret: string,
  event: { type: string; data: Record<string, unknown> },
  { id = crypto.randomUUID(), now }: { id?: string; now: number },
): Promise<RequestInit> {
  const stamp = String(Math.floor(now / 1000));
  const body = JSON.stringify({ created_at: new Date(now).toISOString(), ...event });
  return {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "svix-id": id,
      "svix-timestamp": stamp,
      "svix-signature": `v1,bm90LXRoaXMtb25l v1,${await signWebhook(secret, { id, stamp, body })}`,
    },
    body,
  };
}
