import type { Participant, ThreadMessage } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import type { Page, Reader } from "../page";
import { clean, firstLine, lineAt, textsOf } from "../text";
import { checkThread, idOf, messageOf, messageText, personOf, unique } from "../thread";
import { dayOfHeading } from "../thread-time";
import { publicIdOf } from "../url";

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
    if (messages.length === 0) return { refused: { code: "still-loading" } };
    // An advertisement in the form of a message is from nobody one could know.
    if (participants.length === 0) return { refused: { code: "unsupported-page" } };
    const { address } = page;
    const threadId = address.kind === "thread" ? address.threadId : undefined;
    return {
      record: given({ threadId, title: lineAt(pane, TITLE), participants, messages }),
      sections: { messages: list.querySelector(START) ? "present" : "cutOff" },
      unparsed: unread.length > 0 ? [{ section: "messages", lines: unread }] : [],
    };
  },
};

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
      const text = messageText(all(item, ".msg-s-event-listitem__body"));
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
      const direction = isReceived ? "received" : "sent";
      const subject = lineAt(item, ".msg-s-event-listitem__subject");
      messages.push(
        messageOf({ externalId, direction, day, time, sender, subject, text }, page.now),
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

// Seen in saved pages of 2023 to 2025; the marks of answers, edits and deletions told of by those who read them.
