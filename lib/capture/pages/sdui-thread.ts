import type { Participant, ThreadMessage } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import type { Page, Reader } from "../page";
import { mayBeHere } from "../rows/here";
import { clean, linesOf, WRITTEN } from "../text";
import { checkThread, idOf, messageOf, messageText, personOf, unique } from "../thread";
import { dayOfHeading, instantOf } from "../thread-time";
import { publicIdOf } from "../url";

const SCREEN = '[data-sdui-screen*="essag"]';
const PERSON = 'a[href*="/in/"]';
/** Where other conversations stand. */
const OTHERS = 'header, aside, nav, dialog, [role="dialog"]';

/**
 * The conversation that is open, in the newest family: what stands under the heading that leads to whom one
 * writes with.
 */
export const sduiThread: Reader = {
  kind: "thread",
  family: "sdui",
  find(page) {
    const screen = page.doc.querySelector(SCREEN);
    return screen && mayBeHere(page, "thread") ? paneIn(screen) : null;
  },
  read(page, pane) {
    const problem = checkThread(page, pane);
    if (problem) return { refused: problem };
    const header = headerOf(pane);
    const title = header?.fullName;
    const { messages, unread, people } = readItems(page, pane, header);
    const participants = unique([...(header ? [header] : []), ...people], title);
    if (messages.length === 0) return { refused: { code: "still-loading" } };
    if (participants.length === 0) return { refused: { code: "unsupported-page" } };
    const { address } = page;
    const threadId = address.kind === "thread" ? address.threadId : undefined;
    return {
      record: given({ threadId, title, participants, messages }),
      // Whether more stands further up nobody can see.
      sections: { messages: "cutOff" },
      unparsed: unread.length > 0 ? [{ section: "messages", lines: unread }] : [],
    };
  },
};

/** The smallest part with a heading that leads to somebody and a written text. */
function paneIn(screen: Element): Element | null {
  const body = bodiesIn(screen)[0];
  for (let up = body ?? null; up; up = up === screen ? null : up.parentElement) {
    if (headingOf(up)) return up;
  }
  return null;
}

/** What stands under the heading, taken apart as far as it is one thing. */
function itemsIn(pane: Element): Element[] {
  const heading = headingOf(pane);
  let list = bodiesIn(pane)[0] ?? null;
  while (list?.parentElement && !list.parentElement.contains(heading ?? pane)) {
    list = list.parentElement;
  }
  for (;;) {
    const parts = [...(list?.children ?? [])].filter((part) => linesOf(part).length > 0);
    const [only] = parts;
    if (!only || parts.length > 1 || only.matches(WRITTEN)) return parts;
    list = only;
  }
}

const headingOf = (pane: Element): Element | undefined =>
  all(pane, `h1 ${PERSON}, h2 ${PERSON}, ${PERSON} h1, ${PERSON} h2`).find(
    (el) => !el.closest(OTHERS),
  );

function headerOf(pane: Element): Participant | undefined {
  const heading = headingOf(pane);
  const id = publicIdOf(heading?.closest("a")?.getAttribute("href"));
  return heading && id ? personOf(id, linesOf(heading)[0]?.text) : undefined;
}

const bodiesIn = (part: Element): Element[] =>
  all(part, WRITTEN).filter((body) => !body.closest(OTHERS));

/** "urn:li:msg_message:(…,2-MTY…)" in whichever attribute of the item. */
function idOfItem(item: Element): string | undefined {
  for (const el of [item, ...all(item, "[componentkey], [data-event-urn], [data-urn]")]) {
    const names = ["componentkey", "data-event-urn", "data-urn"].map((name) =>
      el.getAttribute(name),
    );
    const id = /msg_message:\([^,]+,([^)]+)\)/.exec(names.join(" "))?.[1];
    if (id) return id;
  }
  return undefined;
}

/** A day stands alone in an item or above a message; the sender and the time above the first of a group. */
function readItems(page: Page, pane: Element, header: Participant | undefined) {
  const messages: ThreadMessage[] = [];
  const unread: string[] = [];
  const people: Participant[] = [];
  const viewer = viewerOf(page.doc);
  const other = header && idOf(header);
  let day: string | undefined;
  let time = "";
  let sender: { name?: string | undefined; id?: string | undefined } = {};
  for (const item of itemsIn(pane)) {
    const bodies = bodiesIn(item);
    const beside = linesOf(item, (el) => bodies.some((body) => body === el)).map(
      ({ text }) => text,
    );
    beside.forEach((line, index) => {
      // A day stands alone, or first: further down the same word may be anybody's.
      if (index === 0) day = dayOfHeading(line, page.now) ?? day;
      if (instantOf("2026-01-01", line) !== undefined) time = line;
    });
    const link = all(item, PERSON).find((a) => linesOf(a).length > 0);
    const id = publicIdOf(link?.getAttribute("href"));
    if (link && id) sender = { name: linesOf(link)[0]?.text, id };
    const text = messageText(bodies);
    const isReceived = sender.id !== undefined && sender.id !== viewer.id && sender.id === other;
    const isSent = sender.id !== undefined && !isReceived && viewer.is(sender.id, sender.name);
    if (!text || (!isReceived && !isSent)) {
      if (bodies.length > 0 || !day || beside.length > 1)
        unread.push(...linesOf(item).map((one) => one.text));
      continue;
    }
    if (isReceived && sender.id) people.push(personOf(sender.id, sender.name));
    const externalId = idOfItem(item);
    const direction = isReceived ? "received" : "sent";
    const subject = linesOf(item).find(({ el }) => el.closest("h3, h4"))?.text;
    messages.push(messageOf({ externalId, direction, day, time, sender, subject, text }, page.now));
  }
  return { messages, unread, people };
}

/** Who reads the page: the site's own bar leads to them. */
function viewerOf(doc: Document) {
  const links = all(doc, `header ${PERSON}, nav ${PERSON}`);
  const ids = new Set(links.flatMap((a) => publicIdOf(a.getAttribute("href")) ?? []));
  const names = new Set(
    all(doc, "header img[alt], nav img[alt]").map((img) => clean(img.getAttribute("alt"))),
  );
  return {
    id: ids.size === 1 ? [...ids][0] : undefined,
    is: (id: string, name: string | undefined) =>
      ids.has(id) || (name !== undefined && names.has(name)),
  };
}

// Not yet seen: by analogy with the other pages of 2026. Who wrote a message must be sure, or it stays unread.
