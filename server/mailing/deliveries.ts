import { and, eq } from "drizzle-orm";
import type { MailFile } from "@/lib/messaging/mail/mime";
import type { WorkingHours } from "@/lib/messaging/schedule/working-hours";
import { sql, type Database, type Statement } from "../database";
import { planStatement } from "../jobs/occurrences";
import type { Accepted } from "../integrations/mailbox";
import { emailDelivery, mailFile } from "./tables";

/** Mails to be sent and sent. Every step is one conditional statement, so that two can never take it at once. */

export type Delivery = typeof emailDelivery.$inferSelect;
export type DeliveryKey = Pick<Delivery, "workspaceId" | "messageId">;
export type NewDelivery = Omit<
  Delivery,
  "state" | "hours" | "threadId" | "providerId" | "triedAt" | "sentAt" | "failure"
> & { hours: WorkingHours | undefined; threadId: string | null };

const DAY_MS = 86_400_000;
/** sqld takes no bound value above 5 MB. */
const FILE_PART = 1_000_000;

export const sendKey = ({ workspaceId, messageId }: DeliveryKey) =>
  `send-mail/${workspaceId}/${messageId}`;

export async function deliveryOf(
  { orm }: Database,
  { workspaceId, messageId }: DeliveryKey,
): Promise<Delivery | undefined> {
  const [found] = await orm
    .select()
    .from(emailDelivery)
    .where(and(eq(emailDelivery.workspaceId, workspaceId), eq(emailDelivery.messageId, messageId)));
  return found;
}

/**
 * Puts a mail down to be sent, with its files and its occurrence. A mail that is on its way or has left stays
 * untouched; one that was called off or failed begins anew. False when nothing was put down.
 */
export async function putDelivery(
  database: Database,
  { hours, ...mail }: NewDelivery,
  files: readonly MailFile[],
): Promise<boolean> {
  const key = [mail.workspaceId, mail.messageId] as const;
  const [put] = await database.write([
    sql(
      `insert into email_delivery (workspace_id, message_id, user_id, integration_id, person_id, address,
         name, subject, text, html, language, has_farewell, state, due_at, zone, hours, marker, rfc_id,
         in_reply_to, refs, thread_id, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (workspace_id, message_id) do update set
         user_id = excluded.user_id, integration_id = excluded.integration_id,
         person_id = excluded.person_id, address = excluded.address, name = excluded.name,
         subject = excluded.subject, text = excluded.text, html = excluded.html,
         language = excluded.language, has_farewell = excluded.has_farewell, state = 'pending',
         due_at = excluded.due_at, zone = excluded.zone, hours = excluded.hours,
         marker = excluded.marker, rfc_id = excluded.rfc_id, in_reply_to = excluded.in_reply_to,
         refs = excluded.refs, thread_id = excluded.thread_id, created_at = excluded.created_at,
         tried_at = null, failure = null, provider_id = null, sent_at = null
       where email_delivery.state in ('cancelled', 'failed', 'bounced')
       returning message_id`,
      ...key,
      mail.userId,
      mail.integrationId,
      mail.personId,
      mail.address,
      mail.name,
      mail.subject,
      mail.text,
      mail.html,
      mail.language,
      mail.hasFarewell ? 1 : 0,
      mail.dueAt.getTime(),
      mail.zone,
      hours ? JSON.stringify(hours) : null,
      mail.marker,
      mail.rfcId,
      mail.inReplyTo,
      mail.references,
      mail.threadId,
      mail.createdAt.getTime(),
    ),
    // What follows stands only if this very mail was put down by the statement above.
    sql(
      `delete from mail_file where workspace_id = ? and message_id = ? and exists
       (select 1 from email_delivery where workspace_id = ? and message_id = ? and marker = ?)`,
      ...key,
      ...key,
      mail.marker,
    ),
    ...files.flatMap((file, place) => fileParts(key, mail.marker, file, place)),
    planStatement({
      key: sendKey(mail),
      kind: "send-mail",
      payload: { workspaceId: mail.workspaceId, messageId: mail.messageId },
      dueAt: mail.dueAt.getTime(),
    }),
  ]);
  return put?.rows.length === 1;
}

function fileParts(
  key: readonly [string, string],
  marker: string,
  { name, type, data }: MailFile,
  place: number,
): Statement[] {
  const parts = Math.max(1, Math.ceil(data.length / FILE_PART));
  return Array.from({ length: parts }, (_, part) =>
    sql(
      `insert or replace into mail_file (workspace_id, message_id, place, part, name, type, data)
       select ?, ?, ?, ?, ?, ?, ? where exists
       (select 1 from email_delivery where workspace_id = ? and message_id = ? and marker = ?)`,
      ...key,
      place,
      part,
      name,
      type,
      data.slice(part * FILE_PART, (part + 1) * FILE_PART),
      ...key,
      marker,
    ),
  );
}

export async function filesOf({ orm }: Database, of: DeliveryKey): Promise<MailFile[]> {
  const parts = await orm
    .select()
    .from(mailFile)
    .where(and(eq(mailFile.workspaceId, of.workspaceId), eq(mailFile.messageId, of.messageId)))
    .orderBy(mailFile.place, mailFile.part);
  const files: MailFile[] = [];
  for (const { place, name, type, data } of parts) {
    const file = (files[place] ??= { name, type, data: "" });
    file.data += data;
  }
  return files;
}

/** Only while it waits: from the moment it is handed over it cannot be called back. */
export async function callOff(database: Database, of: DeliveryKey): Promise<boolean> {
  const [off] = await database.write([
    sql(
      `update email_delivery set state = 'cancelled' where workspace_id = ? and message_id = ?
       and state = 'pending' returning message_id`,
      of.workspaceId,
      of.messageId,
    ),
    sql(
      `delete from mail_file where workspace_id = ? and message_id = ? and exists
       (select 1 from email_delivery d where d.workspace_id = mail_file.workspace_id
        and d.message_id = mail_file.message_id and d.state = 'cancelled')`,
      of.workspaceId,
      of.messageId,
    ),
  ]);
  return off?.rows.length === 1;
}

/** Another moment for a mail that waits. */
export async function moveDelivery(
  database: Database,
  of: DeliveryKey,
  to: { dueAt: number; zone?: string; hours?: WorkingHours | undefined },
): Promise<boolean> {
  const [moved] = await database.write([
    sql(
      `update email_delivery set due_at = ?, zone = coalesce(?, zone), hours = iif(?, ?, hours)
       where workspace_id = ? and message_id = ? and state = 'pending' returning message_id`,
      to.dueAt,
      to.zone ?? null,
      to.zone === undefined ? 0 : 1,
      to.hours ? JSON.stringify(to.hours) : null,
      of.workspaceId,
      of.messageId,
    ),
    planStatement({
      key: sendKey(of),
      kind: "send-mail",
      payload: { workspaceId: of.workspaceId, messageId: of.messageId },
      dueAt: to.dueAt,
    }),
  ]);
  return moved?.rows.length === 1;
}

export type Begun =
  | { is: "begun" }
  | { is: "gone" }
  | { is: "moved"; to: number }
  | { is: "full"; until: number };

/** Takes a waiting mail in hand, if its mailbox has not sent its fill of the last 24 hours. */
export async function beginSending(
  database: Database,
  { workspaceId, messageId, integrationId, dueAt }: Delivery,
  dailyLimit: number,
  now: number,
): Promise<Begun> {
  const [begun] = await database.write([
    sql(
      `update email_delivery set state = 'sending', tried_at = ?
       where workspace_id = ? and message_id = ? and state = 'pending' and due_at = ? and (
         select count(*) from email_delivery where integration_id = ? and tried_at > ?) < ?
       returning message_id`,
      now,
      workspaceId,
      messageId,
      dueAt.getTime(),
      integrationId,
      now - DAY_MS,
      dailyLimit,
    ),
  ]);
  if (begun?.rows.length === 1) return { is: "begun" };
  const [states, tried] = await database.read([
    sql(
      "select state, due_at dueAt from email_delivery where workspace_id = ? and message_id = ?",
      workspaceId,
      messageId,
    ),
    sql(
      `select tried_at at from email_delivery where integration_id = ? and tried_at > ?
       order by tried_at desc limit 1 offset ?`,
      integrationId,
      now - DAY_MS,
      dailyLimit - 1,
    ),
  ]);
  const standing = states?.[0];
  if (standing?.state !== "pending") return { is: "gone" };
  const to = Number(standing.dueAt);
  if (to !== dueAt.getTime()) return { is: "moved", to };
  return { is: "full", until: Number(tried?.[0]?.at ?? now) + DAY_MS + 1 };
}

/** Nothing was done: it waits again. */
export async function putBack(database: Database, of: DeliveryKey, dueAt: number): Promise<void> {
  await database.write([
    sql(
      `update email_delivery set state = 'pending', tried_at = null, due_at = ?
       where workspace_id = ? and message_id = ? and state = 'sending'`,
      dueAt,
      of.workspaceId,
      of.messageId,
    ),
  ]);
}

/** It left: what it said is not needed here any more. */
export async function settle(
  database: Database,
  of: DeliveryKey,
  accepted: Accepted,
  at: number,
): Promise<void> {
  await database.write([
    sql(
      `update email_delivery set state = 'sent', sent_at = ?, provider_id = coalesce(?, provider_id),
         thread_id = coalesce(?, thread_id), rfc_id = coalesce(?, rfc_id), text = '', html = ''
       where workspace_id = ? and message_id = ? and state = 'sending'`,
      at,
      accepted.providerId ?? null,
      accepted.threadId ?? null,
      accepted.rfcId ?? null,
      of.workspaceId,
      of.messageId,
    ),
    sql(
      "delete from mail_file where workspace_id = ? and message_id = ?",
      of.workspaceId,
      of.messageId,
    ),
  ]);
}

/** It did not leave, or came back. */
export async function failDelivery(
  database: Database,
  of: DeliveryKey,
  state: "failed" | "bounced",
  failure: string,
): Promise<void> {
  await database.write([
    sql(
      `update email_delivery set state = ?, failure = ? where workspace_id = ? and message_id = ?
       and state in ('pending', 'sending', iif(? = 'bounced', 'sent', ''))`,
      state,
      failure,
      of.workspaceId,
      of.messageId,
      state,
    ),
  ]);
}
