import type { Person } from "@/lib/model/person";

/** A person as a vCard 4.0. https://www.rfc-editor.org/rfc/rfc6350 */
export function vcardOf(person: Person): string {
  const { firstName = "", lastName = "", contact } = person;
  const emails = together(person.email, contact?.emails);
  const phones = together(
    person.phone,
    contact?.phones?.map(({ number }) => number),
  );
  const websites = together(undefined, [
    ...(person.websites ?? []),
    ...(contact?.websites?.map(({ url }) => url) ?? []),
  ]);
  const lines = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    `UID:urn:uuid:${person.id}`,
    line("FN", person.fullName),
    structured("N", [lastName, firstName, "", "", ""]),
    structured("ORG", [person.company]),
    line("TITLE", person.position ?? person.headline),
    ...emails.map((email) => line("EMAIL", email)),
    ...phones.map((phone) => line("TEL;VALUE=text", phone)),
    ...together(person.profileUrl, websites).map((url) => line("URL", url)),
    addressLine(person),
    birthdayLine(contact?.birthday),
    line("NOTE", person.notes),
    person.tags?.length ? `CATEGORIES:${person.tags.map(escape).join(",")}` : "",
    person.updatedAt ? `REV:${person.updatedAt.replace(/[-:]|\.\d+/g, "")}` : "",
    "END:VCARD",
  ];
  return lines.filter(Boolean).map(folded).join("");
}

function line(name: string, value: string | undefined): string {
  return value ? `${name}:${escape(value)}` : "";
}

function structured(name: string, parts: readonly (string | undefined)[]): string {
  const values = parts.map((part) => escape(part ?? ""));
  return values.some(Boolean) ? `${name}:${values.join(";")}` : "";
}

function addressLine({ address, location }: Person): string {
  if (!address) return location ? structured("ADR", ["", "", "", location, "", "", ""]) : "";
  const { street, city, region, postalCode, country } = address;
  return structured("ADR", ["", "", street, city, region, postalCode, country]);
}

/** `MM-DD`, without a year: `--0503`. */
function birthdayLine(birthday: string | undefined): string {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(birthday ?? "") ?? [];
  return month && day ? `BDAY:--${month}${day}` : "";
}

function escape(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** Lines of at most 75 bytes; no letter is cut in two. */
function folded(text: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= 75) return `${text}\r\n`;
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const letter of text) {
    const size = encoder.encode(letter).length;
    if (bytes + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = "";
      bytes = 0;
    }
    part += letter;
    bytes += size;
  }
  return `${[...parts, part].join("\r\n ")}\r\n`;
}

function together(first: string | undefined, rest: readonly string[] | undefined): string[] {
  return [...new Set([first, ...(rest ?? [])].filter((one): one is string => Boolean(one)))];
}
