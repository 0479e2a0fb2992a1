import { Dexie } from "dexie";
import type { Capture, Participant, ThreadMessage, ThreadRecord } from "@/lib/capture/capture";
import { findPerson } from "@/lib/capture/saved";
import type { StoredThread } from "@/lib/capture/stored-thread";
import { profileUrl } from "@/lib/capture/url";
import { computedId } from "@/lib/contacts/computed-id";
import { fold } from "@/lib/contacts/fold";
import type { RapportDb } from "@/lib/data/db";
import { save, type Edit } from "@/lib/data/save";
import { inOneTransaction } from "@/lib/data/transaction";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import type { Message } from "@/lib/model/message";
import { AppError } from "@/lib/platform/app-error";
import { knownMessage } from "../known-message";
import { markSentFromThread } from "./sent-in-thread";

const STORES = [
  ..."people messages interactions tasks enrolments campaigns templates".split(" "),
  ..."_base _outbox _meta _local".split(" "),
];

type Side = { id: string; name: string; ids: (string | undefined)[]; lastAt: string };

/**
 * Adds the messages of a conversation on the page to the notebook, each once, however often it is captured and
 * whatever an export already brought. A draft whose words stand there was sent. All of it or none.
 * @throws AppError("disk-full" | "unreadable")
 */
export async function storeThread(db: RapportDb, capture: Capture): Promise<StoredThread> {
  const thread = capture.record as ThreadRecord;
  await unfoldStaged(db);
  return inOneTransaction(db, STORES, async () => {
    const undo: Edit[][] = [];
    const sides: Side[] = [];
    for (const participant of thread.participants) {
      const side = await sideFor(db, participant, capture, undo);
      if (side) sides.push(side);
    }
    const [first] = sides;
    if (!first) throw new AppError("unreadable");
    const counts = await keepMessages(db, thread, capture.capturedAt, sides, undo);
    const { id: personId, name } = first;
    // What was written last is taken back first.
    return { personId, name, counts, undo: undo.toReversed().flat(), at: capture.capturedAt };
  });
}

/** The person of the notebook, or a new one: without a name nobody could tell who it is. */
async function sideFor(
  db: RapportDb,
  { fullName, publicId, memberUrn }: Participant,
  { capturedAt, family }: Capture,
  undo: Edit[][],
): Promise<Side | undefined> {
  const ids = [publicId, memberUrn];
  const known = await findPerson(db, {
    ...(memberUrn && { memberUrn }),
    ...(publicId && { publicId }),
  });
  if (known?.table === "people") {
    const { row } = known;
    const side = { id: row.id, name: row.fullName, ids: [...ids, row.publicId, row.memberUrn] };
    return { ...side, lastAt: row.lastInteractionAt ?? "" };
  }
  if (!fullName) return undefined;
  const passport = {
    source: "capture",
    at: capturedAt,
    visibility: "signedIn",
    ...(family && { family }),
  };
  const saved = await save(db, [
    {
      table: "people",
      fields: {
        fullName,
        "passport/fullName": passport,
        ...(publicId && { publicId, profileUrl: profileUrl(publicId) }),
        ...(memberUrn && { memberUrn }),
      },
    },
  ]);
  undo.push(saved.undo);
  return { id: saved.ids[0] ?? "", name: fullName, ids, lastAt: "" };
}

async function keepMessages(
  db: RapportDb,
  { threadId, messages }: ThreadRecord,
  now: string,
  sides: readonly Side[],
  undo: Edit[][],
): Promise<StoredThread["counts"]> {
  const counts = { created: 0, known: 0, sent: 0 };
  const held = new Map<string, Message[]>();
  for (const { id } of sides) held.set(id, await messagesOf(db, id));
  const edits: Edit[] = [];
  const told = new Map<string, number>();
  let unanswered: { id: string; replied?: boolean | undefined } | undefined;
  for (const message of messages) {
    const side = sideOf(message, sides);
    const rows = held.get(side.id) ?? [];
    let row: { id: string; replied?: boolean | undefined } | undefined;
    const known = knownMessage(message, rows, threadId);
    if (known) {
      counts.known += 1;
      // Two that say the same are two: each row is one message of the page.
      rows.splice(rows.indexOf(known), 1);
      edits.push(...completing(known, message, threadId));
      row = known;
    } else {
      const sent = await sentDraft(db, side, message, now);
      if (sent) undo.push(sent.undo);
      counts[sent ? "sent" : "created"] += 1;
      const id = sent?.ids[0] ?? newId(message, threadId, told);
      const facts = { threadId, externalId: message.externalId };
      if (sent) edits.push({ table: "messages", id, fields: present(facts) });
      else edits.push(...creating(id, side, message, threadId, now));
      row = { id };
    }
    if (message.direction === "sent") unanswered = row;
    else if (unanswered && !unanswered.replied) {
      edits.push(answered(unanswered.id, row.id, message));
      unanswered = undefined;
    }
    if (message.at && message.at > side.lastAt) side.lastAt = message.at;
  }
  edits.push(...(await latest(db, sides)));
  undo.push((await save(db, edits, Date.parse(now))).undo);
  return counts;
}

function messagesOf(db: RapportDb, personId: string): Promise<Message[]> {
  return db.messages
    .where("[personId+createdAt]")
    .between([personId, Dexie.minKey], [personId, Dexie.maxKey])
    .toArray();
}

/** Whoever wrote it; what one wrote oneself is kept with the first. */
function sideOf({ direction, senderId }: ThreadMessage, sides: readonly Side[]): Side {
  const [first] = sides as [Side];
  if (direction === "sent" || !senderId) return first;
  return sides.find(({ ids }) => ids.some((id) => id?.endsWith(senderId))) ?? first;
}

function sentDraft(
  db: RapportDb,
  { id }: Side,
  { direction, text, at }: ThreadMessage,
  now: string,
) {
  return direction === "sent" ? markSentFromThread(db, id, { text, at: at ?? now }) : undefined;
}

/** The same on every device and, where the page holds the second it was sent at, the same as an export's. */
function newId(
  { at, day, sender, text, externalId }: ThreadMessage,
  threadId: string | undefined,
  told: Map<string, number>,
): string {
  const when = at ? new Date(Math.floor(Date.parse(at) / 1000) * 1000).toISOString() : (day ?? "");
  const parts = ["linkedin/message", threadId ?? "", when, fold(sender ?? ""), text];
  const key = parts.join("\u0000");
  const before = told.get(key) ?? 0;
  told.set(key, before + 1);
  return computedId(...parts, ...(before > 0 ? [externalId ?? String(before)] : []));
}

function creating(
  id: string,
  side: Side,
  { direction, at, day, subject, text, externalId }: ThreadMessage,
  threadId: string | undefined,
  now: string,
): Edit[] {
  const channel = "linkedIn";
  const fields = present({
    personId: side.id,
    createdAt: at ?? (day ? `${day}T00:00:00.000Z` : now),
    direction,
    channel,
    form: "message",
    subject,
    content: text,
    format: "text",
    status: direction === "sent" ? "sent" : undefined,
    sentAt: at,
    sentOn: at ? undefined : day,
    threadId,
    externalId,
  });
  const message: Edit = { table: "messages", id, create: true, fields };
  if (!at) return [message];
  const happened = { personId: side.id, type: "message", at, direction, channel, content: text };
  // Of the same message two devices make the same moment.
  const moment = computedId("interaction", id);
  return [
    message,
    {
      table: "interactions",
      id: moment,
      create: true,
      fields: present({ ...happened, subject, messageId: id }),
    },
  ];
}

/** What the page adds to a message that stands. */
function completing(row: Message, { at, externalId }: ThreadMessage, threadId?: string): Edit[] {
  const fields = present({
    threadId: row.threadId ? undefined : threadId,
    externalId: row.externalId ? undefined : externalId,
    sentAt: row.sentAt ? undefined : at,
  });
  return Object.keys(fields).length > 0 ? [{ table: "messages", id: row.id, fields }] : [];
}

function answered(id: string, replyMessageId: string, { at }: ThreadMessage): Edit {
  const fields = present({ repliedAt: at });
  return { table: "messages", id, fields: { replied: true, replyMessageId, ...fields } };
}

async function latest(db: RapportDb, sides: readonly Side[]): Promise<Edit[]> {
  const rows = await db.people.bulkGet(sides.map(({ id }) => id));
  return sides.flatMap(({ id, lastAt }, index) =>
    lastAt > (rows[index]?.lastInteractionAt ?? "")
      ? [{ table: "people" as const, id, fields: { lastInteractionAt: lastAt } }]
      : [],
  );
}

function present(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
