/**
 * What one interface language calls the few words a reader leans on. Compared without case, accents and dots.
 * A word is a hint: where a link, an id or a shape says the same, that comes first.
 */
export type Language = {
  /** Twelve entries, January first; each lists every spelling seen, separated by "|". */
  months: string[];
  /** What stands in place of an end date. */
  present: string[];
  /** What follows the number of connections, and of followers. */
  connections: string[];
  followers: string[];
  /** By what the words mean; "other" holds those that mean several things. */
  employment: Record<EmploymentKind, string[]>;
  /** Where the work is done, by the name this product gives it. */
  workplace: { onSite: string[]; hybrid: string[]; remote: string[] };
  seniority: string[];
  /** Section headings of a profile and of a job page. */
  headings: Partial<Record<Heading, string[]>>;
  /** How the top card calls the company and the school when it names them for a screen reader. */
  currentCompany: string[];
  currentSchool: string[];
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
  | "topSkills"
  | "aboutJob"
  | "jobSeniority"
  | "jobEmployment";
