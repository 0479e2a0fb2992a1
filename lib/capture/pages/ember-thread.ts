import type { Participant, Problem, ThreadMessage } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import type { Page, Reader } from "../page";
import { clean, firstLine, lineAt, textsOf } from "../text";
import { dayOfHeading, instantInId, instantOf } from "../thread-time";
import { isMemberId, memberUrn, publicIdOf } from "../url";
import { writtenText } from "../written-text";

const EVENT = ".msg-s-message-list__event";
const LIST = ".msg-s-message-list-content, .msg-s-message-list, .msg-s-message-list-container";
const PANE = ".msg-convo-wrapper, .msg-thread, .scaffold-layout__detail, .msg__detail, main";
const BUBBLE = ".msg-overlay-conversation-bubble";
const START = ".msg-s-profile-card";
const HEADER =
  'a.msg-thread__link-to-profile, .msg-title-bar a[href*="/in/"], .msg-s-profile-card a[href*="/in/"]';
const TITLE = ".msg-entity-lockup__entity-title, .msg-thread__link-to-profile, .msg-title-bar h2";
const SENDER =
  '.msg-s-message-group__meta a[href*="/in/"], a.msg-s-message-group__profile-link, a.msg-s-event-listitem__link';

/** The conversation that is open on /messaging/. */
export const emberThread: Reader = {
  kind: "thread",
  family: "ember",
  find: ({ doc }) =>
    all(doc, LIST).find((list) => !list.closest(BUBBLE) && list.querySelector(EVENT)) ?? null,
  read(page, list) {
    const pane = list.closest(PANE) ?? list;
    const problem = checkThread(page, pane);
    if (problem) return { refused: problem };
    const header = all(pane, HEADER).flatMap((link) => participantOf(link) ?? []);
    const { messages, unread } = readEvents(page, list, new Set(header.map(idOf)));
    const senders = messages.flatMap(({ direction, sender, senderId }) =>
      direction === "received" && senderId ? personOf(senderId, sender) : [],
    );
    const participants = unique([...header, ...senders], lineAt(pane, TITLE));
    if (participants.length === 0 || messages.length === 0) {
      return { refused: { code: "still-loading" } };
    }
    const { address } = page;
    const threadId = address.kind === "thread" ? address.threadId : undefined;
    return {
      record: given({ threadId, title: lineAt(pane, TITLE), participants, messages }),
      sections: { messages: list.querySelector(START) ? "present" : "cutOff" },
      unparsed: unread.length > 0 ? [{ section: "messages", lines: unread }] : [],
    };
  },
};

/** After a click the address changes first: what is marked in the list, and the messages' own mark, must be of it. */
function checkThread({ address }: Page, pane: Element): Problem | undefined {
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

type Sender = { name?: string | undefined; id?: string | undefined };

/** A day stands above the first message of it, a sender and a time above the first of a group. */
function readEvents(page: Page, list: Element, others: ReadonlySet<string>) {
  const viewer = clean(
    list.ownerDocument.querySelector("img.global-nav__me-photo")?.getAttribute("alt"),
  );
  const hasMarks = list.querySelector('[class*="listitem--other"]') !== null;
  const messages: ThreadMessage[] = [];
  const unread: string[] = [];
  let day: string | undefined;
  let time = "";
  let sender: Sender = {};
  for (const event of all(list, EVENT)) {
    const heading = lineAt(event, ".msg-s-message-list__time-heading");
    if (heading) day = dayOfHeading(heading, page.now);
    for (const item of itemsOf(event)) {
      const name = lineAt(item, ".msg-s-message-group__name");
      const id = publicIdOf(item.querySelector(SENDER)?.getAttribute("href"));
      if (name || id) sender = { name: name ?? sender.name, id };
      time = lineAt(item, ".msg-s-message-group__timestamp") ?? time;
      const body = item.querySelector(".msg-s-event-listitem__body");
      const text = body ? writtenText(body) : "";
      if (!text) {
        unread.push(...textsOf(item));
        continue;
      }
      const isMarked = item.matches('[class*="listitem--other"]');
      const isOther = isMarked || (sender.id !== undefined && others.has(sender.id));
      // Pages without marks name the viewer at the top of the page.
      const isUnmarked = !hasMarks && viewer !== "" && sender.name !== undefined;
      const isReceived = isOther || (isUnmarked && sender.name !== viewer);
      const externalId = idOfEvent(item);
      const at = instantInId(externalId, day, page.now) ?? (day && instantOf(day, time));
      messages.push(
        given<ThreadMessage>({
          externalId,
          direction: isReceived ? "received" : "sent",
          sender: sender.name,
          senderId: sender.id,
          at,
          day: at ? undefined : day,
          subject: lineAt(item, ".msg-s-event-listitem__subject"),
          text,
        }),
      );
    }
  }
  return { messages, unread };
}

function itemsOf(event: Element): Element[] {
  const items = all(event, ".msg-s-event-listitem");
  return items.length > 0 ? items : [event];
}

/** "urn:li:msg_message:(urn:li:fsd_profile:ACo…,2-MTY…)": the part that is the message's own. */
function idOfEvent(item: Element): string | undefined {
  const marked = item.hasAttribute("data-event-urn")
    ? item
    : item.querySelector("[data-event-urn]");
  return /msg_message:\([^,]+,([^)]+)\)/.exec(marked?.getAttribute("data-event-urn") ?? "")?.[1];
}

function participantOf(link: Element): Participant | undefined {
  const id = publicIdOf(link.getAttribute("href"));
  return id
    ? personOf(id, lineAt(link, ".msg-entity-lockup__entity-title, h2") ?? firstLine(link))
    : undefined;
}

const personOf = (id: string, fullName: string | undefined): Participant =>
  given({ fullName, ...(isMemberId(id) ? { memberUrn: memberUrn(id) } : { publicId: id }) });

const idOf = ({ publicId, memberUrn: urn }: Participant): string =>
  publicId ?? urn?.slice(memberUrn("").length) ?? "";

/** One of each; a conversation of two may name its other side by a name here and by a number there. */
function unique(people: Participant[], title: string | undefined): Participant[] {
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
