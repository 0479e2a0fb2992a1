import type { Participant, Problem, ThreadMessage } from "./capture";
import { all, outermost } from "./dom";
import { given } from "./given";
import { DELETED, EDITED } from "./languages/message-words";
import type { Page } from "./page";
import { instantInId, instantOf } from "./thread-time";
import { isMemberId, memberUrn } from "./url";
import { fold } from "./words";
import { writtenText } from "./written-text";

/** What somebody answers to stands above the answer, in its frame: it was written by another. */
const QUOTED = 'blockquote, [class*="quoted"], [class*="replied"], [class*="reply-preview"]';
const GONE = '[class*="recalled"], [class*="deleted"]';
const deleted = new Set(DELETED.split("|"));
const ended = EDITED.split("|").map((word) => `(${word})`);

/** The words of a message, without those it answers to, and without the mark that it was changed; "" where it was deleted. */
export function messageText(bodies: readonly Element[]): string {
  const own = bodies.filter((body) => !body.closest(QUOTED));
  const [body, other] = outermost(own);
  // Of two texts side by side one may be what is answered to: nobody can tell which.
  if (!body || other || body.closest(GONE) || body.querySelector(GONE)) return "";
  const text = writtenText(body);
  if (deleted.has(fold(text))) return "";
  const mark = ended.find((word) => fold(text).endsWith(word));
  return mark ? text.slice(0, text.lastIndexOf("(")).trim() : text;
}

/** One message, dated by its own number where that tells, else by the heading above it and the clock beside it. */
export function messageOf(
  {
    day,
    time,
    sender,
    ...rest
  }: Pick<ThreadMessage, "externalId" | "direction" | "subject" | "text" | "day"> & {
    time: string;
    sender: { id?: string | undefined; name?: string | undefined };
  },
  now: Date,
): ThreadMessage {
  const at = instantInId(rest.externalId, day, now) ?? (day && instantOf(day, time));
  return given<ThreadMessage>({
    ...rest,
    sender: sender.name,
    senderId: sender.id,
    at,
    day: at ? undefined : day,
  });
}

/** After a click the address changes first: what is marked in the list, and the messages' own mark, must be of it. */
export function checkThread({ address }: Page, pane: Element): Problem | undefined {
  if (address.kind !== "thread") return { code: "unsupported-page" };
  const marks = all(pane, "[data-event-urn], [data-conversation-urn]").flatMap((el) => {
    const urn = `${el.getAttribute("data-event-urn")} ${el.getAttribute("data-conversation-urn")}`;
    return /msg_conversation:\([^,]+,([^)]+)\)/.exec(urn)?.[1] ?? [];
  });
  const active = all(
    pane.ownerDocument,
    '[class*="convo-item-link--active"], [class*="convo-item"] a[aria-current]',
  ).flatMap(
    (el) => /\/messaging\/thread\/([^/?#]+)/.exec(el.getAttribute("href") ?? "")?.[1] ?? [],
  );
  const shown = [...new Set([...marks, ...active])];
  const { threadId } = address;
  if (threadId === undefined || shown.length === 0 || shown.includes(threadId)) return undefined;
  return { code: "identity-mismatch", detail: shown.join(", ") };
}

export const personOf = (id: string, fullName: string | undefined): Participant =>
  given({ fullName, ...(isMemberId(id) ? { memberUrn: memberUrn(id) } : { publicId: id }) });

export const idOf = ({ publicId, memberUrn: urn }: Participant): string =>
  publicId ?? urn?.slice(memberUrn("").length) ?? "";

/** One of each; a conversation of two may name its other side by a name here and by a number there. */
export function unique(people: Participant[], title: string | undefined): Participant[] {
  const byId = new Map<string, Participant>();
  for (const person of people) {
    const known = byId.get(idOf(person));
    byId.set(idOf(person), { ...person, ...known });
  }
  const found = [...byId.values()];
  const isOne =
    title !== undefined && found.every(({ fullName }) => !fullName || fullName === title);
  return isOne && found.length === 2 && hasBoth(found) ? [Object.assign({}, ...found)] : found;
}

const hasBoth = (people: Participant[]): boolean =>
  people.some(({ publicId }) => publicId) && people.some(({ memberUrn: urn }) => urn);
