import { LANGUAGES } from "./languages/all";
import type { EmploymentKind, Language } from "./languages/language";

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

/** The spellings of one thing. */
export const split = (words: string): string[] => fold(words).split("|");

function gather(pick: (language: Language) => string): (text: string) => boolean {
  const words = new Set(LANGUAGES.flatMap((language) => split(pick(language))));
  return (text) => words.has(fold(text));
}

export const isEmployment = gather((l) => Object.values(l.employment).join("|"));
export const isWorkplace = gather((l) => Object.values(l.workplace).join("|"));
export const isPresent = gather((l) => `${l.present}|現在|至今|현재|目前`);
export const isConnectionsWord = gather((l) => l.connections);
export const isFollowersWord = gather((l) => l.followers);
const months = new Map(
  LANGUAGES.flatMap((language) =>
    language.months.flatMap((words, index) =>
      split(words).map((word) => [word, index + 1] as const),
    ),
  ),
);
export const monthOf = (word: string): number | undefined => months.get(fold(word));

/** The name this product gives a way of working, whatever the page calls it. */
export function workplaceType(text: string): "onSite" | "hybrid" | "remote" | undefined {
  return meaningIn(text, (l) => l.workplace);
}

/** What an employment type means, in whatever language it is shown; undefined for words that mean several things. */
export function employmentKind(text: string): Exclude<EmploymentKind, "other"> | undefined {
  const kind = meaningIn(text, (l) => l.employment);
  return kind === "other" ? undefined : kind;
}

function meaningIn<Key extends string>(
  text: string,
  pick: (language: Language) => Record<Key, string>,
): Key | undefined {
  for (const language of LANGUAGES) {
    for (const [key, words] of Object.entries(pick(language)) as [Key, string][]) {
      if (split(words).includes(fold(text))) return key;
    }
  }
  return undefined;
}
