import * as z from "zod";
import { callService, ServiceFailure } from "./failure";
import type { Mailbox } from "./mailbox";

/** https://resend.com/docs/api-reference */

const accepted = z.object({ id: z.string() });

export function resend(
  { key, from }: { key: string; from: string },
  base: string,
  fetch: typeof globalThis.fetch,
): Mailbox {
  return {
    async send({ mail, headers, files, replyTo, idempotencyKey }) {
      const answer = await callService(fetch, `${base}/emails`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          "idempotency-key": idempotencyKey,
        },
        body: JSON.stringify({
          from,
          to: [mail.to?.address],
          subject: mail.subject,
          text: mail.text,
          ...(mail.html !== undefined && { html: mail.html }),
          headers,
          ...(replyTo && { reply_to: replyTo }),
          ...(files.length > 0 && {
            attachments: files.map(({ name, type, data }) => ({
              filename: name,
              content: data,
              content_type: type,
            })),
          }),
        }),
      });
      return { providerId: accepted.parse(await answer.json()).id };
    },
  };
}

/** Whether the key opens anything. One that may only send says so, and is as good. @throws ServiceFailure */
export async function checkResendKey(
  key: string,
  base: string,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  try {
    await callService(fetch, `${base}/domains`, { headers: { authorization: `Bearer ${key}` } });
  } catch (error) {
    const mayOnlySend =
      error instanceof ServiceFailure && /restricted to only send/iu.test(error.reason);
    if (!mayOnlySend) throw error;
  }
}

const received = z.object({
  id: z.string(),
  from: z.string(),
  to: z.array(z.string()).default([]),
  subject: z.string().nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  message_id: z.string().nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
  created_at: z.string(),
});
export type Received = z.infer<typeof received>;

/** A mail that came to an address of Resend's: the webhook tells of it, this reads it. */
export async function readReceived(
  key: string,
  id: string,
  base: string,
  fetch: typeof globalThis.fetch,
): Promise<Received> {
  const answer = await callService(fetch, `${base}/emails/receiving/${encodeURIComponent(id)}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return received.parse(await answer.json());
}
