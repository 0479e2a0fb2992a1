import { DIALOG, readContact } from "./contact";
import { all } from "./dom";
import { keptId } from "./identity";
import type { Page, Reader, Reading } from "./page";
import type { PersonRecord } from "./capture";

/** The overlay alone: the profile under it has readers of its own. */
export const contactOverlay: Reader = {
  kind: "profile",
  family: "sdui",
  find: ({ doc, address }) =>
    address.kind === "profile"
      ? (all(doc, DIALOG).find((el) => el.querySelector("a")) ?? null)
      : null,
  read(page) {
    const record: PersonRecord = keptId(page, []);
    const contact = readContact(page.doc, record);
    if (!contact) return { refused: { code: "still-loading" } };
    return { record, sections: { contact }, unparsed: [] };
  },
};

/** A profile's reading, and what the overlay above it says. */
export function withContact({ doc }: Page, reading: Reading): Reading {
  if (!("record" in reading)) return reading;
  const record = { ...reading.record } as PersonRecord;
  const contact = readContact(doc, record);
  return contact ? { ...reading, record, sections: { ...reading.sections, contact } } : reading;
}
