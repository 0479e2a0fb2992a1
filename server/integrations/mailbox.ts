import type { Mail } from "@/lib/messaging/mail/mail";
import type { MailFile } from "@/lib/messaging/mail/mime";

/** A mail on its way out, in every form a service may ask for. */
export type Outgoing = {
  mail: Mail;
  headers: Record<string, string>;
  files: readonly MailFile[];
  /** Stands in a header of the mail: by it a mail that may have left is found again. */
  marker: string;
  /** The same for every attempt at the same mail. */
  idempotencyKey: string;
  /** When the first attempt was made: nothing earlier is looked at. */
  since: number;
  /** The conversation it goes on with, in the service's own name for it. */
  threadId?: string | undefined;
  replyTo?: string | undefined;
  raw: string;
};

/** What the service calls the mail from now on; what it does not say is not there. */
export type Accepted = { providerId?: string; threadId?: string; rfcId?: string };

/** A mail that came in, by its head alone. */
export type Heading = { id: string; threadId?: string; headers: Map<string, string>; at: number };

/** A name many senders use: it tells a recipient nothing of us. */
export const MARKER_HEADER = "X-Entity-Ref-ID";

/** A connected mailbox. Every function throws ServiceFailure. */
export type Mailbox = {
  send(outgoing: Outgoing): Promise<Accepted>;
  /** Whether a mail that may have left did; a service that knows idempotency keys need not be asked. */
  findSent?(outgoing: Pick<Outgoing, "marker" | "since" | "mail">): Promise<Accepted | undefined>;
  /** Heads of what came in since; only those that belong to us are read on. */
  headings?(since: number): Promise<Heading[]>;
  /** The whole mail as it came. */
  read?(id: string): Promise<Uint8Array>;
};

/** What this server holds of one mail's files until it leaves. */
const HELD_BYTES = 10_000_000;

/**
 * Most bytes of files in one mail: what the service takes (Gmail 25 MB, Graph 4 MB in one request, Resend 40 MB,
 * all with the third that base64 adds), and no more than is held here.
 */
export const FILE_BYTES = {
  gmail: HELD_BYTES,
  outlook: 2_100_000,
  resend: HELD_BYTES,
} as const;

export const HEADINGS_LOOKED_AT = 500;
export const LOOKED_FOR = [
  "From",
  "To",
  "Subject",
  "Message-ID",
  "In-Reply-To",
  "References",
  "Auto-Submitted",
  "X-Autoreply",
  "X-Autorespond",
  "Precedence",
  "Content-Type",
  MARKER_HEADER,
] as const;

export function headerMap(list: readonly { name: string; value: string }[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const { name, value } of list) {
    const key = name.toLowerCase();
    if (!map.has(key)) map.set(key, value);
  }
  return map;
}
