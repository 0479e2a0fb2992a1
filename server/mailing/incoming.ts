import PostalMime, { type Email } from "postal-mime";
import { isAutoReply } from "@/lib/messaging/mail/auto-reply";
import { bouncesIn, type Bounce } from "@/lib/messaging/mail/bounce";
import { withoutQuotes } from "@/lib/messaging/mail/quoted";
import { MARKER_HEADER } from "../integrations/mailbox";

/** A mail that came in, as far as it matters here. */
export type Incoming = {
  rfcId: string | undefined;
  from: { address: string; name: string };
  subject: string;
  /** What they wrote themselves. */
  text: string;
  /** Message-IDs it answers, the nearest first. */
  answers: string[];
  isAutomatic: boolean;
  bounces: Bounce[];
  /** What a delivery report gives back of the mail it is about. */
  returned: { rfcId: string | undefined; marker: string | undefined } | undefined;
};

const MOST_LETTERS = 50_000;

/** @throws Error when it is no mail */
export async function readIncoming(raw: Uint8Array): Promise<Incoming> {
  const email = await PostalMime.parse(raw, {
    attachmentEncoding: "utf8",
    forceRfc822Attachments: true,
    maxNestingDepth: 30,
  });
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value;
  const from = email.from && "address" in email.from ? email.from : undefined;
  return {
    rfcId: email.messageId,
    from: { address: from?.address ?? "", name: from?.name ?? "" },
    subject: (email.subject ?? "").slice(0, 998),
    text: withoutQuotes(textOf(email)).slice(0, MOST_LETTERS),
    answers: answersOf(header("in-reply-to"), header("references")),
    isAutomatic: isAutoReply(header),
    bounces: partsOf(email, "message/delivery-status").flatMap(bouncesIn),
    returned: returnedIn(email),
  };
}

/** The mail it says it answers, then the conversation backwards. */
export function answersOf(inReplyTo: string | undefined, references: string | undefined): string[] {
  return [...new Set([...idsIn(inReplyTo), ...idsIn(references).toReversed()])];
}

function idsIn(text: string | undefined): string[] {
  return text?.match(/<[^<>\s]+>/gu) ?? [];
}

function textOf({ text, html }: Email): string {
  if (text?.trim()) return text;
  return (html ?? "")
    .replaceAll(/<(style|script)\b[\s\S]*?<\/\1>/giu, "")
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^>]*>/giu, "\n")
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&nbsp;/giu, " ")
    .replaceAll(/&lt;/giu, "<")
    .replaceAll(/&gt;/giu, ">")
    .replaceAll(/&(?:quot|#34);/giu, '"')
    .replaceAll(/&#39;/gu, "'")
    .replaceAll(/&amp;/giu, "&");
}

function partsOf({ attachments }: Email, type: string): string[] {
  return attachments
    .filter(({ mimeType }) => mimeType === type)
    .map(({ content }) =>
      typeof content === "string" ? content : new TextDecoder().decode(content as Uint8Array),
    );
}

function returnedIn(email: Email): Incoming["returned"] {
  const [text] = [
    ...partsOf(email, "message/rfc822"),
    ...partsOf(email, "text/rfc822-headers"),
    ...partsOf(email, "message/rfc822-headers"),
  ];
  if (text === undefined) return undefined;
  const head = (text.split(/\r?\n\r?\n/u)[0] ?? "").replaceAll(/\r?\n[ \t]+/gu, " ");
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, "imu").exec(head)?.[1]?.trim();
  return { rfcId: field("Message-ID"), marker: field(MARKER_HEADER) };
}
