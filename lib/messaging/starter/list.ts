import { english } from "./en";
import { french } from "./fr";
import { starterId, type Starter, type StarterLanguage } from "./starter";

const sets: Record<StarterLanguage, readonly Starter[]> = { en: english, fr: french };

export const starterLanguages = Object.keys(sets) as StarterLanguage[];

export function startersOf(language: StarterLanguage): readonly Starter[] {
  return sets[language];
}

/** The id under which the same starter stands in the other language, when `id` is a starter's. */
export function starterIn(id: string, language: StarterLanguage): string | undefined {
  for (const from of starterLanguages) {
    const starter = sets[from].find(({ key }) => starterId(from, key) === id);
    if (starter) return starterId(language, starter.key);
  }
  return undefined;
}
