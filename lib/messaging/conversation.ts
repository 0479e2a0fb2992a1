import type { Message } from "@/lib/model/message";

/** What was written with one person, as its end shows it. */
export type Conversation = {
  personId: string;
  last: Message;
  lastReceived?: Message;
  lastSent?: Message;
  /** Own messages since their last one. */
  unanswered: number;
  count: number;
};

/** Messages by person, each conversation with what decides whose turn it is. Drafts and what is only scheduled are no part. */
export function conversationsIn(messages: Iterable<Message>): Map<string, Conversation> {
  const byPerson = new Map<string, Message[]>();
  for (const message of messages) {
    // An out-of-office note is read, and is nobody's turn.
    if (!isExchanged(message) || message.automatic) continue;
    const list = byPerson.get(message.personId);
    if (list) list.push(message);
    else byPerson.set(message.personId, [message]);
  }
  return new Map(
    [...byPerson].map(([personId, list]) => [
      personId,
      conversationOf(personId, list.toSorted(byTime)),
    ]),
  );
}

/** It went out or came in; a mail that came back did neither. */
export function isExchanged({ sentAt, status }: Message): boolean {
  return (
    sentAt !== undefined && status !== "draft" && status !== "scheduled" && status !== "failed"
  );
}

export function isReceived({ direction }: Message): boolean {
  return direction === "received";
}

function conversationOf(personId: string, ordered: readonly Message[]): Conversation {
  const last = ordered.at(-1)!;
  const lastReceived = ordered.findLast(isReceived);
  const lastSent = ordered.findLast((message) => !isReceived(message));
  const turn = ordered.findLastIndex((message) => isReceived(message) || isAnswered(message));
  return {
    personId,
    last,
    ...(lastReceived && { lastReceived }),
    ...(lastSent && { lastSent }),
    unanswered: ordered.length - 1 - turn,
    count: ordered.length,
  };
}

/** An answer that was only noted beside the message is one all the same. */
function isAnswered({ replied, repliedAt }: Message): boolean {
  return replied === true || repliedAt !== undefined;
}

function byTime(a: Message, b: Message): number {
  if (a.sentAt === b.sentAt) return 0;
  return (a.sentAt ?? "") < (b.sentAt ?? "") ? -1 : 1;
}
