import { computedId } from "@/lib/contacts/computed-id";
import type { Json } from "@/lib/sync/json";
import { sql, type Database } from "../database";
import { writeRows, type RowWrite } from "../write-rows";
import type { Delivery } from "./deliveries";
import type { Office } from "./office";

/** What becomes of a mail, written into the notebook so that it stands on every device. */

type Fields = Record<string, Json>;

async function tell(
  office: Office,
  d: Delivery,
  effect: string,
  writes: RowWrite[],
  after?: number,
) {
  const { workspaceId, userId } = d;
  await writeRows(
    office,
    { workspaceId, userId, effect: `mail/${d.messageId}/${effect}`, after },
    writes,
  );
}

const message = ({ messageId }: Delivery, fields: Fields): RowWrite => ({
  tbl: "messages",
  id: messageId,
  fields,
});

/** It waits. The device may not have sent the row yet, so the row is made if need be. */
export function tellScheduled(
  office: Office,
  d: Delivery,
  row: { createdAt: string; content: string; format: "text" | "html"; after?: number | undefined },
): Promise<void> {
  const fields: Fields = {
    personId: d.personId,
    direction: "sent",
    channel: "email",
    form: "email",
    subject: d.subject,
    content: row.content,
    format: row.format,
    language: d.language,
    createdAt: row.createdAt,
    status: "scheduled",
    scheduledFor: d.dueAt.toISOString(),
    zone: d.zone,
    address: d.address,
    failureReason: null,
  };
  const effect = `scheduled/${d.createdAt.getTime()}`;
  const write: RowWrite = { tbl: "messages", id: d.messageId, create: true, fields };
  return tell(office, d, effect, [write], row.after);
}

export function tellMoved(office: Office, d: Delivery): Promise<void> {
  const at = d.dueAt.toISOString();
  const fields = { status: "scheduled", scheduledFor: at, zone: d.zone };
  return tell(office, d, `moved/${office.now()}`, [message(d, fields)]);
}

/** It is a draft again, as it was. */
export function tellCalledOff(office: Office, d: Delivery): Promise<void> {
  const fields = { status: "draft", scheduledFor: null, direction: null };
  return tell(office, d, `off/${d.createdAt.getTime()}`, [message(d, fields)]);
}

export async function tellSent(office: Office, d: Delivery): Promise<void> {
  const at = (d.sentAt ?? new Date(office.now())).toISOString();
  const { subject, personId } = d;
  const sent = message(d, {
    status: "sent",
    sentAt: at,
    externalId: d.rfcId,
    threadId: d.threadId,
    direction: "sent",
    channel: "email",
  });
  const interaction: RowWrite = {
    tbl: "interactions",
    id: computedId("mail", d.workspaceId, d.messageId),
    create: true,
    fields: {
      personId,
      type: "email",
      at,
      createdAt: at,
      direction: "sent",
      channel: "email",
      subject,
      messageId: d.messageId,
    },
  };
  const person = await metAt(office.database, d, at);
  // Once per sending: a mail that failed and was sent again tells of both.
  await tell(office, d, `sent/${d.createdAt.getTime()}`, [sent, interaction, ...person]);
}

export function tellFailed(
  office: Office,
  d: Delivery,
  fields: { failureReason: string; bounce?: "hard" | "soft" },
): Promise<void> {
  const effect = `failed/${d.createdAt.getTime()}/${fields.bounce ?? ""}`;
  return tell(office, d, effect, [message(d, { status: "failed", ...fields })]);
}

export function tellDelivered(office: Office, d: Delivery, at: string): Promise<void> {
  const fields = { status: "delivered", deliveredAt: at };
  return tell(office, d, `delivered/${d.createdAt.getTime()}`, [message(d, fields)]);
}

/** The person is not to be written to again, by anybody and any way. */
export async function tellRefused(
  office: Office,
  of: { workspaceId: string; userId: string; personIds: readonly string[]; effect: string },
  doNotContact: boolean,
): Promise<void> {
  if (of.personIds.length === 0) return;
  const writes = of.personIds.map((id) => ({ tbl: "people", id, fields: { doNotContact } }));
  await writeRows(office, of, writes);
}

/** Only if nothing later stands there. */
export async function metAt(
  database: Database,
  { workspaceId, personId }: Pick<Delivery, "workspaceId" | "personId">,
  at: string,
): Promise<RowWrite[]> {
  const [rows] = await database.read([
    sql(
      `select data ->> 'lastInteractionAt' at from rows
       where workspace_id = ? and tbl = 'people' and id = ? and not del`,
      workspaceId,
      personId,
    ),
  ]);
  const standing = rows?.[0];
  if (!standing || String(standing.at ?? "") >= at) return [];
  return [{ tbl: "people", id: personId, fields: { lastInteractionAt: at } }];
}
