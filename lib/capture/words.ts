import { LANGUAGES } from "./languages/all";
import type { EmploymentKind, Heading, Language } from "./languages/language";

/** Case, accents, dots and curly quotes do not tell words apart. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\./g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function gather(pick: (language: Language) => string[] | undefined): Set<string> {
  return new Set(LANGUAGES.flatMap((language) => pick(language) ?? []).map(fold));
}

const employment = gather((l) => Object.values(l.employment).flat());
const seniority = gather((l) => l.seniority);
const workplace = gather((l) => [
  ...l.workplace.onSite,
  ...l.workplace.hybrid,
  ...l.workplace.remote,
]);
const present = gather((l) => [...l.present, "現在", "至今", "현재", "目前"]);
const connections = gather((l) => l.connections);
const followers = gather((l) => l.followers);
const currentCompany = gather((l) => l.currentCompany);
const currentSchool = gather((l) => l.currentSchool);

const months = new Map<string, number>();
for (const language of LANGUAGES) {
  language.months.forEach((spellings, index) => {
    for (const spelling of spellings.split("|")) months.set(fold(spelling), index + 1);
  });
}

export const isEmployment = (text: string): boolean => employment.has(fold(text));
export const isSeniority = (text: string): boolean => seniority.has(fold(text));
export const isWorkplace = (text: string): boolean => workplace.has(fold(text));
export const isPresent = (text: string): boolean => present.has(fold(text));
export const isConnectionsWord = (text: string): boolean => connections.has(fold(text));
export const isFollowersWord = (text: string): boolean => followers.has(fold(text));
export const monthOf = (word: string): number | undefined => months.get(fold(word));

export const namesCompany = (label: string): boolean => startsWithOne(label, currentCompany);
export const namesSchool = (label: string): boolean => startsWithOne(label, currentSchool);

function startsWithOne(label: string, words: Set<string>): boolean {
  const folded = fold(label);
  return [...words].some((word) => folded === word || folded.startsWith(`${word}:`));
}

export function isHeading(text: string, heading: Heading): boolean {
  const folded = fold(text);
  return LANGUAGES.some((language) =>
    (language.headings[heading] ?? []).some((word) => fold(word) === folded),
  );
}

/** The name this product gives a way of working, whatever the page calls it. */
export function workplaceType(text: string): "onSite" | "hybrid" | "remote" | undefined {
  const folded = fold(text);
  for (const { workplace: words } of LANGUAGES) {
    for (const type of ["onSite", "hybrid", "remote"] as const) {
      if (words[type].some((word) => fold(word) === folded)) return type;
    }
  }
  return undefined;
}

/** What an employment type means, in whatever language it is shown; undefined for words that mean several things. */
export function employmentKind(text: string): Exclude<EmploymentKind, "other"> | undefined {
  const folded = fold(text);
  for (const { employment: words } of LANGUAGES) {
    for (const [kind, spellings] of Object.entries(words) as [EmploymentKind, string[]][]) {
      if (kind !== "other" && spellings.some((word) => fold(word) === folded)) return kind;
    }
  }
  return undefined;
}
