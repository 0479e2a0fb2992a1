import { escapeHtml } from "@/lib/messaging/language/html";
import { farewellLine } from "@/lib/messaging/mail/farewell";
import { mimeOf, type MailFile } from "@/lib/messaging/mail/mime";
import { MARKER_HEADER, type Outgoing } from "../integrations/mailbox";
import type { Delivery } from "./deliveries";
import type { Office } from "./office";
import { unsubscribeToken } from "./unsubscribe-link";

/** The mail as it leaves: both bodies, the thread it belongs to, and the way to say “no more” (RFC 8058). */
export async function outgoingOf(
  office: Office,
  from: { sender: { address: string; name: string }; replyTo?: string },
  delivery: Delivery,
  files: readonly MailFile[],
): Promise<Outgoing> {
  const { mailing, publicUrl, now } = office;
  const { workspaceId, address, inReplyTo, references } = delivery;
  const token = await unsubscribeToken(mailing.secret, { workspaceId, address });
  const link = new URL(`/u/${token}`, publicUrl).href;
  const headers: Record<string, string> = {
    "Message-ID": delivery.rfcId,
    ...(inReplyTo && { "In-Reply-To": inReplyTo }),
    ...(references && { References: references }),
    "List-Unsubscribe": `<${link}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    [MARKER_HEADER]: delivery.marker,
  };
  const mail = {
    from: from.sender,
    to: { address, ...(delivery.name && { name: delivery.name }) },
    subject: delivery.subject,
    ...(delivery.hasFarewell
      ? withFarewell(delivery, link)
      : { text: delivery.text, html: delivery.html }),
  };
  const replyTo = from.replyTo;
  return {
    mail,
    headers,
    files,
    marker: delivery.marker,
    idempotencyKey: delivery.marker,
    since: (delivery.triedAt ?? new Date(now())).getTime(),
    threadId: delivery.threadId ?? undefined,
    replyTo,
    raw: mimeOf(mail, {
      now: new Date(now()),
      boundary: `=_${delivery.marker}`,
      headers: { ...headers, ...(replyTo && { "Reply-To": replyTo }) },
      files,
    }),
  };
}

function withFarewell({ text, html, language }: Delivery, link: string) {
  const line = farewellLine(language, "link");
  return {
    text: `${text}\n\n-- \n${line}\n${link}`,
    html: `${html}\n<p style="color:#666;font-size:12px">${escapeHtml(line)} <a href="${escapeHtml(link)}">${escapeHtml(new URL(link).host)}</a></p>`,
  };
}
