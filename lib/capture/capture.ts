/** What reading one page gives. Plain data: it crosses from the page to the background as JSON. */
export type PageKind =
  | "profile"
  | "job"
  | "connections"
  | "people-search"
  | "company"
  | "company-people"
  | "job-search"
  | "thread"
  | "invitations";
export type Family = "sdui" | "ember" | "guest";

/**
 * present: it stands on the page and was read · absent: the page shows that there is none ·
 * notLoaded: the page has a place for it that is still empty · cutOff: only a part of it stands on the page.
 */
export type SectionState = "present" | "absent" | "notLoaded" | "cutOff";
export type Sections = Record<string, SectionState>;

export type ProblemCode =
  | "not-linkedin"
  | "sign-in-wall"
  | "not-found"
  | "still-loading"
  | "not-a-profile"
  | "identity-mismatch"
  | "job-mismatch"
  | "cut-off"
  | "unsupported-page"
  | "no-rows"
  | "row-nameless"
  | "row-unreadable"
  | "drift"
  | "unreadable";
/** `row`: the problem is that row's of a list, counted from 1; without it, the page's. */
export type Problem = { code: ProblemCode; detail?: string; row?: number };

/** Text that stood in a section and found no field: kept on the device, never synced. */
export type Unparsed = { section: string; lines: string[] };

export type PartialDate = { year: number; month?: number };

export type Experience = {
  title?: string;
  company?: string;
  companyUrl?: string;
  companyId?: string;
  startDate?: PartialDate;
  endDate?: PartialDate;
  current?: boolean;
  location?: string;
  workplace?: string;
  employmentType?: string;
  description?: string;
  skills?: string[];
};
export type Education = {
  school?: string;
  schoolUrl?: string;
  degree?: string;
  field?: string;
  startDate?: PartialDate;
  endDate?: PartialDate;
  grade?: string;
  activities?: string;
  description?: string;
};
export type Certification = {
  name: string;
  issuer?: string;
  issuedAt?: PartialDate;
  expiresAt?: PartialDate;
  credentialId?: string;
  url?: string;
};
/** What happened once (an award, a publication) has its day as `startDate`. */
export type Accomplishment = {
  title: string;
  organization?: string;
  role?: string;
  startDate?: PartialDate;
  endDate?: PartialDate;
  current?: boolean;
  associatedWith?: string;
  cause?: string;
  number?: string;
  score?: string;
  url?: string;
  description?: string;
};
/** What only a connection is shown; it stays on the device. */
export type Contact = {
  emails?: string[];
  phones?: { number: string; kind?: string }[];
  websites?: { url: string; kind?: string }[];
  messengers?: { name: string; service?: string }[];
  address?: string;
  /** `MM-DD` */
  birthday?: string;
};

export type PersonRecord = {
  fullName?: string;
  headline?: string;
  location?: string;
  publicId?: string;
  memberUrn?: string;
  degree?: 1 | 2 | 3;
  company?: string;
  position?: string;
  school?: string;
  about?: string;
  photoUrl?: string;
  followers?: string;
  connections?: string;
  openToWork?: boolean;
  openToText?: string;
  experience?: Experience[];
  education?: Education[];
  skills?: { name: string }[];
  languages?: { name: string; level?: string }[];
  certifications?: Certification[];
  projects?: Accomplishment[];
  volunteering?: Accomplishment[];
  honors?: Accomplishment[];
  publications?: Accomplishment[];
  patents?: Accomplishment[];
  courses?: Accomplishment[];
  testScores?: Accomplishment[];
  organizations?: Accomplishment[];
  recommendationsReceived?: number;
  recommendationsGiven?: number;
  topSkills?: string[];
  services?: string[];
  causes?: string[];
  contact?: Contact;
  profileUrl?: string;
  /** Day, `2026-05-17`. */
  connectedAt?: string;
  /** That they asked to connect, or were asked: it happened between two, and is no fact about one. */
  invitation?: Invitation;
};

export type Invitation = {
  direction: "sent" | "received";
  /** UTC instant, as near as the page says it. */
  at?: string;
  /** As shown: "2 weeks ago". */
  atText?: string;
  note?: string;
};

export type PayPeriod = "hour" | "day" | "week" | "month" | "year";

export type JobRecord = {
  externalId?: string;
  title?: string;
  companyName?: string;
  companyUrl?: string;
  companyId?: string;
  location?: string;
  workplace?: string;
  employmentType?: string;
  seniority?: string;
  salary?: { min?: number; max?: number; currency?: string; period?: PayPeriod; text: string };
  description?: string;
  postedAt?: string;
  postedText?: string;
  applicantsText?: string;
  skills?: { name: string }[];
  url?: string;
};

/** Why what a person had shown gave nothing; the reader's own value then stands. */
export type Miss = "missing" | "ambiguous" | "elsewhere" | "changed";
/** `entry`: of a list of the record; `row`: of a list on the page, by what the row is known;
 * `instead`: what the reader had taken the words for, wrongly. */
type Taken = { field: string; value: string; entry?: number; row?: string; instead?: string };
export type LessonResult = { id: string; field: string; miss?: Miss; taken?: Taken[] };

export type CompanyRecord = {
  name?: string;
  tagline?: string;
  description?: string;
  industry?: string;
  /** As shown: "51-200 employees". */
  employees?: string;
  headquarters?: string;
  organizationType?: string;
  website?: string;
  phone?: string;
  foundedYear?: number;
  specialties?: string[];
  followers?: string;
  /** LinkedIn's number of the company. */
  externalId?: string;
  linkedInUrl?: string;
  logoUrl?: string;
};

/** Somebody in a conversation; one of the two ids is always there. */
export type Participant = {
  fullName?: string;
  publicId?: string;
  memberUrn?: string;
  headline?: string;
};
export type ThreadMessage = {
  /** LinkedIn's id of the message. */
  externalId?: string;
  direction: "sent" | "received";
  /** Who wrote it, as shown; of one that was received also their id. */
  sender?: string;
  senderId?: string;
  /** UTC instant, where the page determines it; else the day, `YYYY-MM-DD`, if it shows that. */
  at?: string;
  day?: string;
  subject?: string;
  text: string;
};
/** A conversation as far as it stands on the page, oldest first. */
export type ThreadRecord = {
  threadId?: string;
  title?: string;
  participants: Participant[];
  messages: ThreadMessage[];
};

/** What one page, or one row of it, says. */
export type AnyRecord = PersonRecord | JobRecord | CompanyRecord | ThreadRecord;

export type Capture = {
  kind: PageKind | null;
  family: Family | null;
  url: string;
  /** UTC instant. */
  capturedAt: string;
  record?: AnyRecord;
  /** The rows of a list that stand on the page now. */
  records?: (PersonRecord | JobRecord)[];
  /** How many rows the page says the whole list has, as shown: "1,465". */
  total?: string;
  sections: Sections;
  problems: Problem[];
  unparsed: Unparsed[];
  /** What the lessons a person gave for this kind of page came to. */
  taught?: LessonResult[];
};
