import { computedId } from "@/lib/contacts/computed-id";
import { addressKey } from "@/lib/messaging/mail/address";
import type { Bounce } from "@/lib/messaging/mail/bounce";
import type { Json } from "@/lib/sync/json";
import { sql, type Database } from "../database";
import { writeRows, type RowWrite } from "../write-rows";
import { deliveryOf, failDelivery, type Delivery } from "./deliveries";
import type { Incoming } from "./incoming";
import type { Office } from "./office";
import { suppress } from "./suppressions";
import { metAt, tellFailed } from "./tell";

/** Answers and bounces, tied to what they are about and written into the notebook. */

export type Place = { workspaceId: string; userId: string };

/** Who a mail is from and what it answers, found by its ids first and by its address at last. */
export type Match = { personId: string; answers: Delivery | undefined };

/** Deliveries that any of these ids, conversations or markers names; the latest first. */
export async function deliveriesNamed(
  database: Database,
  workspaceId: string,
  by: { rfcIds?: readonly string[]; threadIds?: readonly string[]; markers?: readonly string[] },
): Promise<Delivery[]> {
  const [rows] = await database.read([
    sql(
      `select message_id id from email_delivery where workspace_id = ? and (
         rfc_id in (select value from json_each(?)) or thread_id in (select value from json_each(?))
         or marker in (select value from json_each(?))) and sent_at is not null
       order by sent_at desc limit 50`,
      workspaceId,
      JSON.stringify(by.rfcIds ?? []),
      JSON.stringify(by.threadIds ?? []),
      JSON.stringify(by.markers ?? []),
    ),
  ]);
  const found = await Promise.all(
    (rows ?? []).map(({ id }) => deliveryOf(database, { workspaceId, messageId: String(id) })),
  );
  return found.filter((one) => one !== undefined);
}

export async function lastDeliveryTo(
  database: Database,
  workspaceId: string,
  address: string,
): Promise<Delivery | undefined> {
  const [rows] = await database.read([
    sql(
      `select message_id id from email_delivery where workspace_id = ? and address = ?
       and sent_at is not null order by sent_at desc limit 1`,
      workspaceId,
      addressKey(address),
    ),
  ]);
  const id = rows?.[0]?.id;
  return id === undefined
    ? undefined
    : deliveryOf(database, { workspaceId, messageId: String(id) });
}

/** A mail of theirs becomes a message; an answer also a moment in the history. A machine's is neither. */
export async function takeInReply(
  office: Office,
  place: Place,
  incoming: Incoming,
  match: Match,
  at: number,
  threadId: string | undefined,
): Promise<void> {
  const { personId, answers } = match;
  const when = new Date(at).toISOString();
  const rfcId = incoming.rfcId ?? `${incoming.from.address}/${when}`;
  const id = computedId("mail-in", place.workspaceId, rfcId);
  const { subject, text, isAutomatic } = incoming;
  const common: Record<string, Json> = {
    personId,
    createdAt: when,
    direction: "received",
    channel: "email",
    subject,
    content: text,
  };
  const writes: RowWrite[] = [
    {
      tbl: "messages",
      id,
      create: true,
      fields: {
        ...common,
        form: "email",
        status: "read",
        sentAt: when,
        externalId: rfcId,
        references: incoming.answers.toReversed().slice(-20),
        address: addressKey(incoming.from.address),
        ...(threadId && { threadId }),
        ...(isAutomatic && { automatic: true }),
      },
    },
  ];
  if (!isAutomatic) {
    writes.push({
      tbl: "interactions",
      id: computedId("mail-in-moment", place.workspaceId, rfcId),
      create: true,
      fields: { ...common, type: "email", at: when, messageId: id, externalId: rfcId },
    });
    if (answers) {
      writes.push({
        tbl: "messages",
        id: answers.messageId,
        fields: {
          replied: true,
          repliedAt: when,
          replyMessageId: id,
          replyContent: text.slice(0, 2000),
        },
      });
    }
    writes.push(
      ...(await metAt(office.database, { workspaceId: place.workspaceId, personId }, when)),
    );
  }
  await writeRows(office, { ...place, effect: `mail-in/${rfcId}` }, writes);
}

/** A hard bounce ends writing to that address; a soft one is only told. */
export async function takeInBounce(
  office: Office,
  delivery: Delivery,
  bounce: Pick<Bounce, "kind" | "reason">,
): Promise<void> {
  const { database, now } = office;
  const { kind, reason } = bounce;
  await failDelivery(database, delivery, "bounced", reason);
  if (kind === "hard") {
    const { workspaceId, address } = delivery;
    await suppress(database, workspaceId, [address], { reason: "bounced", at: now() });
  }
  await tellFailed(office, delivery, { failureReason: reason, bounce: kind });
}
