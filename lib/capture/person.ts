import type { Experience, PersonRecord, Sections, SectionState, Unparsed } from "./capture";
import { all } from "./dom";
import { readCertification, readEducation, readLanguage, readSkill } from "./education";
import { readExperience } from "./experience";
import type { SectionName } from "./page";
import { textsOf } from "./text";

export type Parts = { record: PersonRecord; sections: Sections; unparsed: Unparsed[] };

const READ: Record<Exclude<ListName, "experience">, (item: Element) => object | undefined> = {
  education: readEducation,
  skills: readSkill,
  languages: readLanguage,
  certifications: readCertification,
};
export type ListName = Exclude<SectionName, "about">;

/** Puts the entries of one list on the record; text that gave no entry is kept as unparsed. */
export function readList(
  parts: Parts,
  list: ListName,
  card: Element,
  items: Element[],
): SectionState {
  const { entries, unread } =
    list === "experience" ? readExperience(items) : readEach(items, READ[list]);
  if (!setList(parts.record, list, entries)) {
    keepUnparsed(parts.unparsed, list, ownLines(card));
    return "notLoaded";
  }
  keepUnparsed(parts.unparsed, list, unread);
  return hasMore(card) ? "cutOff" : "present";
}

function readEach(items: Element[], read: (item: Element) => object | undefined) {
  return { entries: items.map(read).filter((entry) => entry !== undefined), unread: [] };
}

/** False when there is nothing to put there. An entry that stands twice on a page is one. */
export function setList(record: PersonRecord, list: ListName, entries: object[]): boolean {
  const unique = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
  if (unique.size > 0) Object.assign(record, { [list]: [...unique.values()] });
  return unique.size > 0;
}

export function keepUnparsed(unparsed: Unparsed[], section: string, lines: string[]): void {
  if (lines.length > 0) unparsed.push({ section, lines });
}

/** Where there is text in the about section it is the person's own; the skills under it are kept aside. */
export function setAbout(
  { record, unparsed }: Parts,
  lines: string[],
  skills: string[],
): SectionState {
  keepUnparsed(unparsed, "about", skills);
  if (lines.length === 0) return "notLoaded";
  record.about = lines.join("\n");
  return "present";
}

/** "Show all 12 experiences" under a list leads to the rest of it; a skill's own link goes deeper. */
function hasMore(card: Element): boolean {
  return all(card, 'a[href*="/details/"]').some((a) =>
    /\/details\/[a-z-]+\/?(\?|$)/.test(a.getAttribute("href") ?? ""),
  );
}

/**
 * Where the person works now: the current position, at the company the top card shows if there are several.
 * The top card's company alone stands in when the experience section has not loaded.
 */
export function settleCompany(record: PersonRecord, topCompany: string | undefined): void {
  const current = (record.experience ?? []).filter((entry) => entry.current);
  const shown = current.find((entry) => sameName(entry.company, topCompany)) ?? current[0];
  const company = shown ? shown.company : topCompany;
  if (company) record.company = company;
  if (shown?.title) record.position = shown.title;
}

function sameName(a: Experience["company"], b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase();
}

/** Lines of a section that is the person's own but has no field here yet. */
export const ownLines = (el: Element): string[] =>
  textsOf(el, (inner) => /^H[1-3]$/.test(inner.tagName));
