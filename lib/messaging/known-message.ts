import type { ThreadMessage } from "@/lib/capture/capture";
import type { Message } from "@/lib/model/message";
import { sameWords } from "./same-words";

/** The page shows minutes, an export seconds: the same message is never further apart. */
const NEAR_MS = 2 * 60_000;
/** Somebody may say days later that they sent a draft. */
const SAID_LATER_MS = 30 * 24 * 3_600_000;

/** The row a message on the page is, among those of the same person: by LinkedIn's id, else by words and time. */
export function knownMessage(
  shown: ThreadMessage,
  rows: readonly Message[],
  threadId: string | undefined,
): Message | undefined {
  const { externalId } = shown;
  const byId = externalId && rows.find((row) => row.externalId === externalId);
  if (byId) return byId;
  return rows.find(
    (row) =>
      !(externalId && row.externalId) &&
      isOut(row) &&
      row.direction === shown.direction &&
      saysTheSame(row, shown.text) &&
      isThen(row, shown, threadId),
  );
}

const isOut = ({ status }: Message): boolean => status !== "draft" && status !== "scheduled";

function saysTheSame({ content = "", format }: Message, text: string): boolean {
  const plain = format === "html" ? content.replace(/<[^>]+>/g, " ") : content;
  return sameWords(plain, text);
}

function isThen(row: Message, shown: ThreadMessage, threadId: string | undefined): boolean {
  const isOurs = row.threadId === undefined && row.externalId === undefined;
  const when = row.sentAt ?? row.createdAt;
  if (shown.at) {
    const apart = Math.abs(Date.parse(when) - Date.parse(shown.at));
    return apart < (isOurs && row.direction === "sent" ? SAID_LATER_MS : NEAR_MS);
  }
  // Zones may put the same moment on the day before or after.
  const nearDay = shown.day && Math.abs(Date.parse(when) - Date.parse(shown.day)) < 2 * 86_400_000;
  return Boolean(nearDay) || (!shown.day && row.threadId === threadId);
}
