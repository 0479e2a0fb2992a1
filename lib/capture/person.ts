import { ACCOMPLISHMENTS, readAccomplishment } from "./accomplishments";
import type { Experience, PersonRecord, Sections, SectionState, Unparsed } from "./capture";
import { all } from "./dom";
import { readCertification, readEducation, readLanguage, readSkill } from "./education";
import { readExperience } from "./experience";
import type { SectionName } from "./page";
import { countRecommendations } from "./recommendations";
import { linesOf, textsOf, WRITTEN } from "./text";

export type Parts = { record: PersonRecord; sections: Sections; unparsed: Unparsed[] };

type ReadItem = (item: Element) => object | undefined;
const READ = {
  education: readEducation,
  skills: readSkill,
  languages: readLanguage,
  certifications: readCertification,
  ...Object.fromEntries(
    ACCOMPLISHMENTS.map((list) => [list, (item: Element) => readAccomplishment(list, item)]),
  ),
} as Record<Exclude<ListName, "experience">, ReadItem>;
export type ListName = Exclude<SectionName, "about" | "services" | "causes" | "recommendations">;
export const isList = (section: SectionName): section is ListName =>
  section === "experience" || section in READ;

/** The sections that are the same in both families for people who are signed in; `about` is not. */
export function readSection(
  parts: Parts,
  section: Exclude<SectionName, "about">,
  card: Element,
  items: Element[],
): SectionState {
  if (section === "recommendations") return countRecommendations(parts.record, card);
  if (section === "services" || section === "causes") return readWords(parts, section, card);
  return readList(parts, section, card, items);
}

/** "Design • Coaching": what stands in the card without its heading, notes in links, and the text about it. */
function readWords(parts: Parts, section: "services" | "causes", card: Element): SectionState {
  const lines = linesOf(card, (el) => /^H[1-3]$/.test(el.tagName) || el.matches(WRITTEN));
  const text = lines.find(({ el }) => !el.closest("a"))?.text;
  if (!text) return "notLoaded";
  parts.record[section] = splitWords(text);
  return hasMore(card) ? "cutOff" : "present";
}

const splitWords = (text: string): string[] =>
  text.split(/\s*[•・]\s*/).filter((word) => word !== "");

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

/** Where there is text in the about section it is the person's own; under it stand the skills put first. */
export function setAbout(
  { record, unparsed }: Parts,
  lines: string[],
  skills: string[],
): SectionState {
  // A heading, and the skills in one line.
  const [heading, words, ...rest] = skills;
  if (heading && words && rest.length === 0) record.topSkills = splitWords(words);
  else keepUnparsed(unparsed, "about", skills);
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
