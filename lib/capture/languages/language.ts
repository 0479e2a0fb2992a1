/** Spellings of one thing, separated by "|". */
type Words = string;

/**
 * What one interface language calls the few words a reader leans on. Compared without case, accents and dots.
 * A word is a hint: where a link, an id or a shape says the same, that comes first.
 */
export type Language = {
  /** Twelve, January first. */
  months: Words[];
  /** What stands in place of an end date. */
  present: Words;
  /** What follows the number of connections, and of followers. */
  connections: Words;
  followers: Words;
  /** By what the words mean; "other" holds those that mean several things. */
  employment: Record<EmploymentKind, Words>;
  /** Where the work is done, by the name this product gives it. */
  workplace: { onSite: Words; hybrid: Words; remote: Words };
};

/** What a profile calls its parts: of no use to the readers of other pages, which must stay small. */
export type ProfileWords = {
  /** Section headings of a profile. */
  headings: Partial<Record<Heading, Words>>;
  /** What stands before the school or employer that an entry belongs to, and before who gave an award. */
  associatedWith: Words;
  issuedBy: Words;
  /** How the top card calls the company and the school when it names them for a screen reader. */
  currentCompany: Words;
  currentSchool: Words;
};

export type EmploymentKind =
  | "fullTime"
  | "partTime"
  | "permanent"
  | "fixedTerm"
  | "temporary"
  | "freelance"
  | "internship"
  | "apprenticeship"
  | "volunteer"
  | "other";

export type Heading =
  | "about"
  | "experience"
  | "education"
  | "skills"
  | "languages"
  | "certifications"
  | "projects"
  | "volunteering"
  | "honors"
  | "publications"
  | "patents"
  | "courses"
  | "testScores"
  | "organizations"
  | "recommendations"
  | "services"
  | "causes"
  | "openToWork";
