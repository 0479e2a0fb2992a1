import { profileUrl, publicIdOf } from "@/lib/capture/url";
import { cleanTag } from "@/lib/contacts/tags";
import { memberField } from "@/lib/sync/fields";
import type { Json } from "@/lib/sync/json";
import type { Readable } from "../csv";
import { refuse, type Fields, type Reading } from "../draft";
import { detectEncoding } from "../encoding";
import { present } from "../linkedin-export/export-file";
import { readDay } from "../moment";
import { newCardReader, splitValue, unescapeText, type Card, type Property } from "./parse-vcard";

/** Every card of the file as a person. */
export async function* readVcards(source: Readable): AsyncGenerator<readonly Reading[]> {
  const decoder = new TextDecoder(await detectEncoding(source.open()));
  const reader = newCardReader();
  let rest = "";
  for await (const chunk of source.open()) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield cardsOf(lines, reader).map(readCard);
  }
  const last = cardsOf((rest + decoder.decode()).split(/\r\n|\n|\r/), reader);
  yield [...last, ...reader.end()].map(readCard);
}

function cardsOf(lines: readonly string[], reader: ReturnType<typeof newCardReader>): Card[] {
  return lines.flatMap((line) => reader.push(line) ?? []);
}

export function readCard(card: Card): Reading {
  const name = nameOf(card);
  if (card.isOpen) return refuse(card.line, "columns", name.fullName);
  const fullName = name.fullName;
  if (!fullName) return refuse(card.line, "noName", texts(card, "ORG")[0]);
  const emails = texts(card, "EMAIL").map((one) => one.replace(/^mailto:/i, ""));
  const phones = all(card, "TEL").map(({ value }) =>
    unescapeText(value).replace(/^tel:/i, "").trim(),
  );
  const links = [
    ...texts(card, "URL"),
    ...texts(card, "X-SOCIALPROFILE"),
    ...texts(card, "SOCIALPROFILE"),
  ].map((one) => one.replace(/^x-apple:/i, ""));
  const publicId = links.map(publicIdOf).find(Boolean);
  const websites = links.filter((one) => /^https?:/i.test(one) && !publicIdOf(one));
  const company = splitValue(first(card, "ORG"))[0];
  const extra = present({
    emails: emails.slice(1),
    phones: phones.slice(1).map((number) => ({ number })),
  });
  return {
    kind: "person",
    line: card.line,
    label: fullName,
    who: {
      name: fullName,
      ...(publicId && { publicId }),
      ...(emails.length > 0 && { emails }),
      ...(company && { company }),
    },
    fields: {
      ...present({
        fullName,
        firstName: name.firstName,
        lastName: name.lastName,
        publicId,
        profileUrl: publicId && profileUrl(publicId),
        company,
        position: unescapeText(first(card, "TITLE")) || unescapeText(first(card, "ROLE")),
        email: emails[0],
        phone: phones[0],
        websites,
        ...placeOf(first(card, "ADR")),
        contact: withBirthday(extra, first(card, "BDAY")),
        imported: unknown(card),
      }),
      ...tags(card),
    },
    ifEmpty: present({ notes: texts(card, "NOTE").join("\n\n") }),
  };
}

function nameOf(card: Card): { fullName: string; firstName: string; lastName: string } {
  const [lastName = "", firstName = "", middle = ""] = splitValue(first(card, "N"));
  const formatted = unescapeText(first(card, "FN")).trim();
  const composed = [firstName, middle, lastName].filter(Boolean).join(" ");
  return { fullName: formatted || composed, firstName, lastName };
}

/** A town alone is where somebody is, as a page would say it; with more it is an address. */
function placeOf(value: string): Fields {
  const address = addressOf(value);
  if (!address) return {};
  const { city, ...more } = address;
  return city !== undefined && Object.keys(more).length === 0 ? { location: city } : { address };
}

function addressOf(value: string): Fields | undefined {
  const [, extended = "", street = "", city = "", region = "", postalCode = "", country = ""] =
    splitValue(value);
  const lines = [extended, street].filter(Boolean).join(", ");
  const address = present({ street: lines, postalCode, city, region, country });
  return Object.keys(address).length > 0 ? address : undefined;
}

/** The year of a birthday is not kept: LinkedIn shows none, and no score may read it. */
function withBirthday(contact: Fields, value: string): Json | undefined {
  const birthday =
    /^--(\d{2})-?(\d{2})/.exec(value)?.slice(1, 3).join("-") ?? readDay(value)?.slice(5);
  const all = present({ ...contact, birthday });
  return Object.keys(all).length > 0 ? all : undefined;
}

function tags(card: Card): Fields {
  const words = all(card, "CATEGORIES").flatMap(({ value }) => splitValue(value, ","));
  return Object.fromEntries(
    words
      .map(cleanTag)
      .filter(Boolean)
      .map((tag) => [memberField("tags", tag), true]),
  );
}

/** What has no field here, under its own name; pictures, keys and the card's own bookkeeping aside. */
const READ = new Set(
  "FN N ORG TITLE ROLE EMAIL TEL URL SOCIALPROFILE X-SOCIALPROFILE ADR BDAY NOTE CATEGORIES".split(
    " ",
  ),
);
const SILENT = /^(?:VERSION|PRODID|REV|UID|PHOTO|LOGO|SOUND|KEY|LABEL|SOURCE|CLIENTPIDMAP|X-AB.*)$/;

function unknown(card: Card): Record<string, string> | undefined {
  const kept = card.properties
    .filter(({ name, value }) => !READ.has(name) && !SILENT.test(name) && value !== "")
    .map(({ name, value }) => [name, unescapeText(value).slice(0, 2000)]);
  return kept.length > 0 ? (Object.fromEntries(kept) as Record<string, string>) : undefined;
}

/** Preferred first, else as they stand. */
function all(card: Card, name: string): Property[] {
  const found = card.properties.filter((one) => one.name === name && one.value.trim() !== "");
  return found.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ params }: Property): number {
  const pref = params.PREF?.[0];
  if (pref !== undefined) return Number(pref) || 1;
  return params.TYPE?.includes("pref") ? 1 : 101;
}

function texts(card: Card, name: string): string[] {
  return all(card, name).map(({ value }) => unescapeText(value).trim());
}

function first(card: Card, name: string): string {
  return all(card, name)[0]?.value ?? "";
}
