import type { Experience, PersonRecord, Sections, Unparsed } from "./capture";
import { all } from "./dom";
import { readCertification, readEducation, readLanguage, readSkill } from "./education";
import { readExperience } from "./experience";
import type { SectionName } from "./page";
import { textsOf } from "./text";

export type Parts = { record: PersonRecord; sections: Sections; unparsed: Unparsed[] };

/** Puts the entries of one section on the record; text that gave no entry is kept as unparsed. */
export function addEntries(parts: Parts, section: SectionName, items: Element[]): void {
  const { record, unparsed } = parts;
  if (section === "experience") {
    const { entries, unread } = readExperience(items);
    if (entries.length > 0) record.experience = entries;
    keepUnparsed(unparsed, section, unread);
  }
  if (section === "education") record.education = present(items.map(readEducation));
  if (section === "skills") record.skills = unique(present(items.map(readSkill)));
  if (section === "languages") record.languages = unique(present(items.map(readLanguage)));
  if (section === "certifications") record.certifications = present(items.map(readCertification));
  if (record[section]?.length === 0) delete record[section];
}

export function keepUnparsed(unparsed: Unparsed[], section: string, lines: string[]): void {
  if (lines.length > 0) unparsed.push({ section, lines });
}

/** "Show all 12 experiences" under a list leads to the rest of it; a skill's own link goes deeper. */
export function hasMore(card: Element): boolean {
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

function present<T>(entries: (T | undefined)[]): T[] {
  return entries.filter((entry) => entry !== undefined);
}

function unique<T extends { name: string }>(entries: T[]): T[] {
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
}

/** Lines of a section that is the person's own but has no field here yet. */
export const ownLines = (el: Element): string[] =>
  textsOf(el, (inner) => /^H[1-3]$/.test(inner.tagName));
