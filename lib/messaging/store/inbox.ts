import { Dexie } from "dexie";
import { openDb, type RapportDb } from "@/lib/data/db";
import { bringInWhere } from "@/lib/data/bring-in-where";
import type { Message } from "@/lib/model/message";
import type { Person } from "@/lib/model/person";
import { conversationsIn, isExchanged, isReceived, type Conversation } from "../conversation";
import { dueId, type Due } from "../due/due";
import { isOpen } from "../due/queue";

/** Whose turn it is, and whether that was put off or settled. */
export type InboxState = "toAnswer" | "waiting" | "snoozed" | "settled";

export type InboxEntry = {
  conversation: Conversation;
  person: Person;
  state: InboxState;
  /** Until when it rests. */
  until?: string;
  /** What a key acts on: the same task the Send Desk shows. */
  due: Due;
};

/** Rows read at most for one look: a long import has more than one ever answers. */
const MOST_ROWS = 20_000;

/** Conversations, the one with the newest message first. */
export async function readInbox(
  limit = 200,
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<InboxEntry[]> {
  const messages = await newestMessages(db, limit);
  const conversations = [...conversationsIn(messages).values()]
    .toSorted((a, b) => (a.last.sentAt! < b.last.sentAt! ? 1 : -1))
    .slice(0, limit);
  const dues = conversations.map(dueOf);
  const [people, tasks] = await Promise.all([
    db.people.bulkGet(conversations.map(({ personId }) => personId)),
    db.tasks.bulkGet(dues.map(({ taskId }) => taskId)),
  ]);
  return conversations.flatMap((conversation, index): InboxEntry[] => {
    const person = people[index];
    const task = tasks[index];
    if (!person || person.isSelf) return [];
    const due = { ...dues[index]!, ...(task && { task }) };
    const isResting = task !== undefined && !isOpen(task, now);
    if (isResting && task.status === "snoozed")
      return [{ conversation, person, due, state: "snoozed", until: task.snoozedUntil! }];
    return [{ conversation, person, due, state: isResting ? "settled" : stateOf(conversation) }];
  });
}

/** What was written with one person, the oldest first. */
export async function readConversation(
  personId: string,
  db: RapportDb = openDb(),
): Promise<Message[]> {
  await bringInWhere(db, "messages", { personId: [personId] });
  const messages = await db.messages
    .where("[personId+createdAt]")
    .between([personId, Dexie.minKey], [personId, Dexie.maxKey])
    .filter(isExchanged)
    .toArray();
  return messages.toSorted((a, b) => (a.sentAt! < b.sentAt! ? -1 : 1));
}

/** The last message exchanged with somebody. */
export async function readLast(
  personId: string,
  db: RapportDb = openDb(),
): Promise<Message | undefined> {
  return (await readConversation(personId, db)).at(-1);
}

function stateOf({ last, unanswered }: Conversation): InboxState {
  if (isReceived(last)) return "toAnswer";
  return unanswered > 0 ? "waiting" : "settled";
}

/** The same task the rules name: done here is done there. */
function dueOf({ personId, last }: Conversation): Due {
  const rule = isReceived(last) ? "answer" : "followUp";
  const at = last.sentAt!;
  return {
    taskId: dueId(rule, personId, last.id),
    kind: rule,
    personId,
    dueAt: at,
    reason: {
      rule,
      at,
      on: { table: "messages", id: last.id },
      ...(last.content && { text: last.content }),
    },
  };
}

async function newestMessages(db: RapportDb, people: number): Promise<Message[]> {
  const found: Message[] = [];
  const seen = new Set<string>();
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read from its end
  const newest = db.messages.orderBy("sentAt").reverse();
  await newest
    .until(() => seen.size > people || found.length >= MOST_ROWS)
    .each((message) => {
      found.push(message);
      seen.add(message.personId);
    });
  return found;
}
