import type { Message } from "@/lib/model/message";

/** Below this many sent messages a rate says more about chance than about the template. */
export const ENOUGH = 20;

export type TemplateStats = {
  used: number;
  replied: number;
  /** Share of sent messages that were answered, 0–1; absent under `ENOUGH`. */
  successRate?: number;
  /** Median hours from sending to the answer; absent without an answer. */
  replyHours?: number;
  lastUsedAt?: string;
};

/** What became of the messages written from each template, by template id. */
export function templateStats(messages: Iterable<Message>): Map<string, TemplateStats> {
  const byTemplate = new Map<string, Message[]>();
  for (const message of messages) {
    if (!message.templateId || !isSent(message)) continue;
    const group = byTemplate.get(message.templateId);
    if (group) group.push(message);
    else byTemplate.set(message.templateId, [message]);
  }
  return new Map([...byTemplate].map(([id, group]) => [id, summarise(group)]));
}

/** It went out, by whichever way; one that came back, or only waits to leave, was never read by anybody. */
function isSent({ sentAt, direction, status }: Message): boolean {
  return (
    sentAt !== undefined &&
    direction !== "received" &&
    status !== "failed" &&
    status !== "scheduled" &&
    status !== "draft"
  );
}

/**
 * Own messages with the answers they got: an answer belongs to the last message before it, and a machine's note
 * is none. What was noted beside a message stays.
 */
export function withAnswers(messages: readonly Message[]): Message[] {
  const byPerson = new Map<string, Message[]>();
  for (const message of messages) {
    if (!message.sentAt || message.automatic) continue;
    const list = byPerson.get(message.personId);
    if (list) list.push(message);
    else byPerson.set(message.personId, [message]);
  }
  return [...byPerson.values()].flatMap((list) => {
    const ordered = list.toSorted((a, b) => (a.sentAt! < b.sentAt! ? -1 : 1));
    return ordered.flatMap((message, index): Message[] => {
      if (message.direction === "received") return [];
      const next = ordered[index + 1];
      if (message.repliedAt || next?.direction !== "received") return [message];
      return [{ ...message, replied: true, repliedAt: next.sentAt }];
    });
  });
}

function summarise(sent: Message[]): TemplateStats {
  const answered = sent.filter((message) => message.replied || message.repliedAt);
  const hours = answered
    .filter((message) => message.repliedAt && message.sentAt)
    .map((message) => (Date.parse(message.repliedAt!) - Date.parse(message.sentAt!)) / 3_600_000)
    .filter((value) => value >= 0)
    .toSorted((a, b) => a - b);
  return {
    used: sent.length,
    replied: answered.length,
    ...(sent.length >= ENOUGH && { successRate: answered.length / sent.length }),
    ...(hours.length > 0 && { replyHours: median(hours) }),
    lastUsedAt: sent
      .map((message) => message.sentAt!)
      .toSorted()
      .at(-1),
  };
}

function median(sorted: number[]): number {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
