import * as z from "zod";
import { addressKey } from "@/lib/messaging/mail/address";
import { isAutoReply } from "@/lib/messaging/mail/auto-reply";
import { withoutQuotes } from "@/lib/messaging/mail/quoted";
import { sql } from "../database";
import { readReceived, type Received } from "../integrations/resend";
import { deliveryOf, type Delivery } from "./deliveries";
import { answersOf } from "./incoming";
import { mailboxById, resendSecretOf, type Integration } from "./mailboxes";
import type { Office } from "./office";
import { peopleByAddress } from "./people";
import { suppress } from "./suppressions";
import { deliveriesNamed, lastDeliveryTo, takeInBounce, takeInReply } from "./take-in";
import { tellDelivered, tellRefused } from "./tell";
import type { Job, Verdict } from "../jobs/run-due";

/** What Resend tells of a mail. Each event is put down once under its own id, and may be done more than once. */

export const resendEvent = z.looseObject({
  type: z.string(),
  created_at: z.string().default(""),
  data: z.looseObject({
    email_id: z.string().optional(),
    bounce: z
      .looseObject({ type: z.string().optional(), message: z.string().optional() })
      .optional(),
    failed: z.looseObject({ reason: z.string().optional() }).optional(),
  }),
});

/** `mailbox` is absent for the server's own account. */
const payload = z.object({ mailbox: z.string().optional(), event: resendEvent });

const done = (outcome: string): Verdict => ({ is: "done", outcome });

export function resendEvents(office: Office): Job {
  return {
    async run(given) {
      const { mailbox, event } = payload.parse(given);
      const id = event.data.email_id;
      if (id === undefined) return done("no mail named");
      if (event.type === "email.received") return takeReceived(office, mailbox, id);
      const delivery = await deliveryByProvider(office, id, mailbox);
      if (!delivery) return done("not ours");
      await takeEvent(office, delivery, event);
      return done(event.type);
    },
  };
}

async function takeEvent(
  office: Office,
  delivery: Delivery,
  { type, created_at: at, data }: z.infer<typeof resendEvent>,
): Promise<void> {
  const when = Number.isNaN(Date.parse(at)) ? new Date(office.now()) : new Date(at);
  if (type === "email.delivered") return tellDelivered(office, delivery, when.toISOString());
  if (type === "email.bounced") {
    const { type: kind, message } = data.bounce ?? {};
    return takeInBounce(office, delivery, {
      kind: kind?.toLowerCase() === "permanent" ? "hard" : "soft",
      reason: (message ?? "bounced").slice(0, 500),
    });
  }
  if (type === "email.failed" || type === "email.suppressed") {
    const reason = data.failed?.reason ?? type;
    return takeInBounce(office, delivery, { kind: "soft", reason: reason.slice(0, 500) });
  }
  if (type !== "email.complained") return undefined;
  const { workspaceId, userId, address, personId, messageId } = delivery;
  await suppress(office.database, workspaceId, [address], {
    reason: "complained",
    at: office.now(),
  });
  const effect = `complained/${messageId}`;
  return tellRefused(office, { workspaceId, userId, personIds: [personId], effect }, true);
}

/** Of this very account: an event of one cannot speak of another's mails. */
async function deliveryByProvider(
  { database }: Office,
  providerId: string,
  mailbox: string | undefined,
): Promise<Delivery | undefined> {
  const [rows] = await database.read([
    sql(
      `select workspace_id w, message_id m from email_delivery where provider_id = ?
       and (? is null or integration_id = ?)`,
      providerId,
      mailbox ?? null,
      mailbox ?? null,
    ),
  ]);
  const row = rows?.[0];
  if (!row) return undefined;
  return deliveryOf(database, { workspaceId: String(row.w), messageId: String(row.m) });
}

/** Only for an account of one's own: nobody can tell whose mail came to an address many share. */
async function takeReceived(
  office: Office,
  mailboxId: string | undefined,
  id: string,
): Promise<Verdict> {
  const { database, mailing } = office;
  const mailbox = mailboxId === undefined ? undefined : await mailboxById(database, mailboxId);
  const secret = mailbox && (await resendSecretOf(office, mailbox));
  if (!mailbox || !secret?.key) return done("not ours");
  const mail = await readReceived(secret.key, id, mailing.urls.resend, mailing.fetch);
  return takeMail(office, mailbox, mail);
}

async function takeMail(office: Office, mailbox: Integration, mail: Received): Promise<Verdict> {
  const { database } = office;
  const { workspaceId, userId } = mailbox;
  const headers = new Map(
    Object.entries(mail.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const from = addressKey(/<([^<>]+)>\s*$/u.exec(mail.from)?.[1] ?? mail.from);
  const answers = answersOf(headers.get("in-reply-to"), headers.get("references"));
  const [named] = await deliveriesNamed(database, workspaceId, { rfcIds: answers });
  const people = await peopleByAddress(database, workspaceId, [from]);
  const personId = named?.personId ?? people.get(from);
  if (personId === undefined) return done("nobody we know");
  await takeInReply(
    office,
    { workspaceId, userId },
    {
      rfcId: mail.message_id ?? `<${mail.id}@resend>`,
      from: { address: from, name: "" },
      subject: mail.subject ?? "",
      text: withoutQuotes(mail.text ?? (mail.html ?? "").replaceAll(/<[^>]*>/gu, " ")),
      answers,
      isAutomatic: isAutoReply((name) => headers.get(name)),
      bounces: [],
      returned: undefined,
    },
    { personId, answers: named ?? (await lastDeliveryTo(database, workspaceId, from)) },
    Date.parse(mail.created_at) || office.now(),
    undefined,
  );
  return done("received");
}
