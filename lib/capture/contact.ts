import type { Contact, PersonRecord, SectionState } from "./capture";
import { dayOfYear, findDay, isoDay } from "./days";
import { all } from "./dom";
import { externalUrl } from "./external-link";
import { given } from "./given";
import { CONTACT_HEADINGS } from "./languages/contact-words";
import { linesOf } from "./text";
import { publicIdOf } from "./url";
import { fold } from "./words";

export const DIALOG = 'dialog, [role="dialog"], .artdeco-modal';
const ICON = "svg[data-test-icon], svg[id]";
const MAIL = 'a[href^="mailto:"]';

/**
 * The overlay above a profile with ways to reach the person. Each block has a drawing that names its kind in every
 * language, a heading and values. What it shows a connection alone stays on the device.
 */
export function readContact(doc: Document, record: PersonRecord): SectionState | undefined {
  const dialog = all(doc, DIALOG).find((el) => isContact(el, record.publicId));
  if (!dialog) return undefined;
  const contact: Contact = {};
  const blocks = blocksOf(dialog);
  for (const block of blocks) readBlock(block, contact, record);
  if (blocks.length === 0) readShapes(dialog, contact, record);
  if (Object.keys(contact).length > 0) record.contact = contact;
  return record.contact ? "present" : "absent";
}

/** Its first block is the profile's own address: another person's overlay is not this one's. */
function isContact(dialog: Element, publicId: string | undefined): boolean {
  const shows = dialog.querySelector(`.pv-contact-info__contact-type, ${MAIL}, #envelope-medium`);
  const own = all(dialog, 'a[href*="/in/"]').map((a) => publicIdOf(a.getAttribute("href")));
  return publicId !== undefined && own.includes(publicId) && (shows !== null || own.length === 1);
}

type Block = { el: Element; icon: string };

function blocksOf(dialog: Element): Block[] {
  const icons = all(dialog, ICON).filter((icon) => !icon.closest("button"));
  const blocks = icons.map((icon) => ({ el: blockOf(icon, dialog), icon: nameOf(icon) }));
  return blocks.filter(({ el }) => linesOf(el).length > 0);
}

const nameOf = (icon: Element): string => icon.getAttribute("data-test-icon") ?? icon.id;

/** As far up as no other drawing stands. */
function blockOf(icon: Element, dialog: Element): Element {
  let block = icon;
  for (let up = icon.parentElement; up && up !== dialog; up = up.parentElement) {
    if (all(up, ICON).length > 1) break;
    block = up;
  }
  return block;
}

function readBlock({ el, icon }: Block, contact: Contact, record: PersonRecord): void {
  const [, ...values] = linesOf(el).map((line) => line.text);
  const emails = all(el, MAIL).map((a) => mailOf(a.getAttribute("href") ?? ""));
  const [day] = values.flatMap((value) => findDay(value) ?? []);
  if (emails.length > 0) contact.emails = unique([...(contact.emails ?? []), ...emails]);
  else if (/phone/.test(icon)) contact.phones = values.flatMap(readPhone);
  else if (/link|website|globe/.test(icon) && !/linkedin/.test(icon)) readWebsites(el, contact);
  else if (/map|location|address/.test(icon)) contact.address = values.join(", ");
  else if (/twitter|(^|-)x-/.test(icon)) addMessenger(contact, values[0], "X");
  else if (/speech|comment|message/.test(icon)) readMessengers(values, contact);
  else if (day?.year !== undefined) record.connectedAt = isoDay(day) ?? "";
  else if (day) contact.birthday = dayOfYear(day);
}

/** Without drawings each value is told by its shape, whatever its heading is called; those without one by that. */
function readShapes(dialog: Element, contact: Contact, record: PersonRecord): void {
  const emails = unique(all(dialog, MAIL).map((a) => mailOf(a.getAttribute("href") ?? "")));
  if (emails.length > 0) contact.emails = emails;
  readWebsites(dialog, contact);
  const lines = linesOf(dialog).map(({ text }) => text);
  lines.forEach((text, index) => {
    const heading = CONTACT_HEADINGS[fold(lines[index - 1] ?? "")];
    const day = findDay(text);
    if (heading === "address") contact.address = text;
    else if (heading === "messenger") readMessengers([text], contact);
    else if (PHONE.test(text) && !SHORT_DAY.test(text)) {
      contact.phones = [...(contact.phones ?? []), ...readPhone(text)];
    } else if (day?.year !== undefined) record.connectedAt = isoDay(day) ?? "";
    else if (day) contact.birthday = dayOfYear(day);
  });
}

const PHONE = /^\+?[\d\s().\-–/]{6,}(?:\([^()\d]+\))?$/;
const SHORT_DAY = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;

const unique = (texts: string[]): string[] => [...new Set(texts.filter((text) => text !== ""))];

function mailOf(href: string): string {
  const [address = ""] = href.slice("mailto:".length).split("?");
  try {
    return decodeURIComponent(address).trim();
  } catch {
    return address;
  }
}

/** "+33 6 00 00 00 00 (Mobile)", or the kind on a line of its own, which is no number. */
function readPhone(value: string): { number: string; kind?: string }[] {
  const [, number = "", kind] = /^(.*?)\s*(?:\(([^()\d]+)\))?$/.exec(value) ?? [];
  return (number.match(/\d/g)?.length ?? 0) >= 5 ? [given({ number, kind })] : [];
}

function readWebsites(el: Element, contact: Contact): void {
  const websites = all(el, "a[href]").flatMap((link) => {
    const url = externalUrl(link.getAttribute("href"));
    if (!url) return [];
    const lines = linesOf(link.closest("li, p") ?? link.parentElement ?? link);
    const kind = lines.map(({ text }) => /\(([^()]+)\)$/.exec(text)?.[1]).find(Boolean);
    return [given({ url, kind })];
  });
  if (websites.length > 0) contact.websites = websites;
}

/** "name (Skype)" */
function readMessengers(values: string[], contact: Contact): void {
  for (const value of values) {
    const [, name, service] = /^(.*?)\s*(?:\(([^()]+)\))?$/.exec(value) ?? [];
    addMessenger(contact, name, service);
  }
}

function addMessenger(contact: Contact, name: string | undefined, service?: string): void {
  if (name) contact.messengers = [...(contact.messengers ?? []), given({ name, service })];
}
