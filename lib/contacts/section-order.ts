/** Sections as they follow one another on a page; a synced map comes back in the order of its keys. */
const ORDER = [
  "topCard",
  "about",
  "services",
  "experience",
  "education",
  "certifications",
  "projects",
  "volunteering",
  "skills",
  "recommendations",
  "publications",
  "patents",
  "courses",
  "honors",
  "testScores",
  "languages",
  "organizations",
  "causes",
  "contact",
  "description",
];

/** The sections in one state, in the order of the page; those of no known place come last. */
export function sectionsIn(
  sections: Readonly<Record<string, string>>,
  ...states: readonly string[]
): string[] {
  return Object.keys(sections)
    .filter((section) => states.includes(sections[section] ?? ""))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

function place(section: string): number {
  const at = ORDER.indexOf(section);
  return at === -1 ? ORDER.length : at;
}
