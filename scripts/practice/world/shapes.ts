/** What the invented world is made of. A month is written `2021-03`; a year alone, `2016`. */
export type When = string;
export type Language = "en" | "fr";
export type Mode = "onSite" | "hybrid" | "remote";
export type Contract = "fullTime" | "partTime" | "internship" | "freelance" | "apprenticeship";

export type PracticeCompany = {
  key: string;
  name: string;
  /** The number and the name the network knows it by. */
  id: string;
  slug: string;
  industry: string;
  place: string;
  about: string;
};

export type Position = {
  /** A company's key, or the name of one that has no page. */
  at: string;
  title: string;
  from: When;
  to?: When;
  place?: string;
  mode?: Mode;
  contract?: Contract;
  text?: string;
};

export type Study = {
  school: string;
  degree?: string;
  field?: string;
  from: When;
  to: When;
};

/** A person as written down; the member number follows from the slug. */
export type PersonDraft = {
  slug: string;
  name: string;
  language: Language;
  headline: string;
  place: string;
  degree: 1 | 2 | 3;
  connections: string;
  followers?: string;
  about?: string;
  positions: Position[];
  studies: Study[];
  skills: string[];
  languages?: { name: string; level: string }[];
  certificates?: { name: string; issuer: string; when: When }[];
};
export type PracticePerson = PersonDraft & { memberId: string };

export type PracticeJob = {
  id: string;
  title: string;
  company: string;
  place: string;
  mode: Mode;
  contract: Contract;
  language: Language;
  seniority: string;
  posted: string;
  applicants: string;
  salary?: string;
  /** Paragraphs; one that starts with "- " is a list item. */
  text: string[];
};
