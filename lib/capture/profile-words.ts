import type { Heading, ProfileWords } from "./languages/language";
import { PROFILE_LANGUAGES } from "./languages/profile";
import { fold, split } from "./words";

function gather(pick: (language: ProfileWords) => string): (text: string) => boolean {
  const words = new Set(PROFILE_LANGUAGES.flatMap((language) => split(pick(language))));
  return (text) => words.has(fold(text));
}
const isCompanyLabel = gather((l) => l.currentCompany);
const isSchoolLabel = gather((l) => l.currentSchool);

/** "Current company: Acme. Click to skip to experience card" */
export const namesCompany = (label: string): boolean => isCompanyLabel(label.split(":")[0] ?? "");
export const namesSchool = (label: string): boolean => isSchoolLabel(label.split(":")[0] ?? "");

/** "Skills (16)" and "Skills" are the same heading. */
export function isHeading(text: string, heading: Heading): boolean {
  const words = fold(text).replace(/ \(\d+\)$/, "") || "?";
  return PROFILE_LANGUAGES.some(({ headings }) => split(headings[heading] ?? "").includes(words));
}

const after = (pick: (language: ProfileWords) => string) => {
  const starts = PROFILE_LANGUAGES.flatMap((language) => split(pick(language))).map(
    (words) => words + " ",
  );
  return (text: string): string | undefined => {
    const start = starts.find((words) => fold(text).startsWith(words));
    return (
      start &&
      text
        .split(" ")
        .slice(start.split(" ").length - 1)
        .join(" ")
    );
  };
};
/** "Associated with Queen's University" → the name after the words; undefined without them. */
export const afterAssociatedWith = after((l) => l.associatedWith);
export const afterIssuedBy = after((l) => l.issuedBy);
