import type { Interaction } from "@/lib/model/interaction";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";
import type { DataValue } from "./data-block";

/**
 * What of a row may leave for an AI. It is a list of what may, so that a new field stays here until somebody
 * decides; and of those, what only a first-degree connection was shown stays too. Contact details, notes and
 * tags are on no list.
 */
export type OutgoingFacts = { readonly [group: string]: { readonly [field: string]: DataValue } };

export type OutgoingRows = {
  person: Person;
  self?: Person;
  job?: Job;
  lastInteraction?: Interaction;
};

const LONG = 1_500;
const LIST = 6;

/** Fields a noun names; what came with a loose row has no place here. */
type Named<Row> = keyof { [Field in keyof Row as string extends Field ? never : Field]: unknown };
type Chosen<Row> = { [Field in Named<Row>]?: (value: NonNullable<Row[Field]>) => unknown };

const asIs = (value: unknown) => value;
const cut = (text: string) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);
const names = (list: { name: string }[]) => list.slice(0, LIST).map(({ name }) => name);
const titles = (list: { title: string }[]) => list.slice(0, LIST).map(({ title }) => title);

const CAREER: Chosen<Person> = {
  experience: (list) =>
    list
      .slice(0, LIST)
      .map(({ title, company, startDate, endDate, current, location, description }) => ({
        title,
        company,
        location,
        from: startDate?.year,
        until: current ? "now" : endDate?.year,
        description: description && cut(description),
      })),
  education: (list) =>
    list.slice(0, LIST).map(({ school, degree, field }) => ({ school, degree, field })),
  skills: names,
  languages: names,
  certifications: names,
  volunteering: titles,
  projects: titles,
  publications: titles,
  honors: titles,
};

const PERSON: Chosen<Person> = {
  fullName: asIs,
  firstName: asIs,
  pronouns: asIs,
  headline: asIs,
  location: asIs,
  industry: asIs,
  company: asIs,
  position: asIs,
  about: cut,
  ...CAREER,
  interests: (list) => list.slice(0, LIST),
  degree: asIs,
  mutualConnections: asIs,
  connectedAt: asIs,
};

const SELF: Chosen<Person> = {
  fullName: asIs,
  firstName: asIs,
  headline: asIs,
  company: asIs,
  position: asIs,
  location: asIs,
  about: cut,
};

const JOB: Chosen<Job> = {
  title: asIs,
  companyName: asIs,
  location: asIs,
  workplace: asIs,
  employmentType: asIs,
  seniority: asIs,
  salary: ({ text }) => text,
  description: cut,
};

const LAST: Chosen<Interaction> = { type: asIs, at: asIs, subject: asIs };

export function outgoingFacts({ person, self, job, lastInteraction }: OutgoingRows): OutgoingFacts {
  return clean({
    recipient: pick(person, PERSON),
    sender: self && pick(self, SELF),
    job: job && pick(job, JOB),
    lastContact: lastInteraction && pick(lastInteraction, LAST),
  });
}

/** Texts that must not leave even inside something the user wrote, such as a phone number in a signature. */
export function secretsOf({ person, self }: Pick<OutgoingRows, "person" | "self">): string[] {
  return [person, ...(self ? [self] : [])].flatMap((row) => [
    ...texts(row.contact),
    ...texts([row.email, row.phone, row.address]),
    ...Object.entries(row.passport ?? {})
      .filter(([field, entry]) => entry.visibility === "firstDegree" && !isName(field))
      .flatMap(([field]) => texts(row[field])),
  ]);
}

/** A greeting without the name would be none. */
function isName(field: string): boolean {
  return field === "fullName" || field === "firstName" || field === "lastName";
}

function pick<Row extends object>(row: Row, fields: Chosen<Row>): Record<string, unknown> {
  const { passport } = row as Pick<Person, "passport">;
  const values = row as Record<string, unknown>;
  const picked: Record<string, unknown> = {};
  for (const [field, show] of Object.entries(fields)) {
    const value = values[field];
    const hidden = passport?.[field]?.visibility === "firstDegree" && !isName(field);
    if (value !== undefined && value !== null && !hidden)
      picked[field] = (show as (value: unknown) => unknown)(value);
  }
  return picked;
}

/** Without what is undefined. */
function clean(value: unknown): OutgoingFacts {
  return JSON.parse(JSON.stringify(value)) as OutgoingFacts;
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(texts);
}
