import type { Person } from "@/lib/model/person";

type When = { year: number; month?: number | undefined } | undefined;

/** A person as a JSON Resume 1.0. https://jsonresume.org/schema */
export function resumeOf(person: Person) {
  const { address, contact } = person;
  return clean({
    $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    basics: {
      name: person.fullName,
      label: person.headline ?? person.position,
      email: person.email ?? contact?.emails?.[0],
      phone: person.phone ?? contact?.phones?.[0]?.number,
      url: person.websites?.[0],
      summary: person.about,
      location: {
        address: address?.street,
        postalCode: address?.postalCode,
        city: address?.city ?? (address ? undefined : person.location),
        countryCode: address?.country,
        region: address?.region,
      },
      profiles: person.profileUrl && [
        { network: "LinkedIn", username: person.publicId, url: person.profileUrl },
      ],
    },
    work: person.experience?.map((one) => ({
      name: one.company,
      position: one.title,
      location: one.location,
      url: one.companyUrl,
      startDate: dated(one.startDate),
      endDate: dated(one.endDate),
      summary: one.description,
      highlights: one.highlights,
    })),
    volunteer: person.volunteering?.map((one) => ({
      organization: one.organization,
      position: one.title,
      url: one.url,
      startDate: dated(one.startDate),
      endDate: dated(one.endDate),
      summary: one.description,
    })),
    education: person.education?.map((one) => ({
      institution: one.school,
      url: one.schoolUrl,
      area: one.field,
      studyType: one.degree,
      startDate: dated(one.startDate),
      endDate: dated(one.endDate),
      score: one.grade,
    })),
    awards: person.honors?.map((one) => ({
      title: one.title,
      date: dated(one.startDate),
      awarder: one.organization,
      summary: one.description,
    })),
    certificates: person.certifications?.map((one) => ({
      name: one.name,
      date: dated(one.issuedAt),
      issuer: one.issuer,
      url: one.url,
    })),
    publications: person.publications?.map((one) => ({
      name: one.title,
      publisher: one.organization,
      releaseDate: dated(one.startDate),
      url: one.url,
      summary: one.description,
    })),
    skills: skillsOf(person),
    languages: person.languages?.map(({ name, level, cefr }) => ({
      language: name,
      fluency: level ?? cefr,
    })),
    interests: person.interests?.map((name) => ({ name })),
    references: person.recommendations
      ?.filter(({ direction }) => direction !== "given")
      .map(({ author, text }) => ({ name: author, reference: text })),
    projects: person.projects?.map((one) => ({
      name: one.title,
      description: one.description,
      startDate: dated(one.startDate),
      endDate: dated(one.endDate),
      url: one.url,
      entity: one.organization,
      roles: one.role ? [one.role] : undefined,
    })),
  });
}

/** JSON Resume knows a skill and its keywords: skills of one category are its keywords. */
function skillsOf({ skills = [] }: Person) {
  const groups = new Map<string, string[]>();
  for (const { name, category } of skills) {
    const words = groups.get(category ?? name) ?? [];
    groups.set(category ?? name, category === undefined ? words : [...words, name]);
  }
  return [...groups].map(([name, keywords]) => ({ name, keywords }));
}

function dated(date: When): string | undefined {
  if (!date) return undefined;
  const { year, month } = date;
  return month === undefined ? String(year) : `${year}-${String(month).padStart(2, "0")}`;
}

type Plain = string | number | boolean | Plain[] | { [key: string]: Plain };

/** Without what is not there: empty lists, empty objects, undefined. */
function clean(value: Record<string, unknown>): Record<string, Plain> {
  return (cleaned(value) ?? {}) as Record<string, Plain>;
}

function cleaned(value: unknown): Plain | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (Array.isArray(value)) {
    const items = value.map(cleaned).filter((one): one is Plain => one !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== "object") return value as Plain;
  const entries = Object.entries(value).flatMap(([key, one]): [string, Plain][] => {
    const kept = cleaned(one);
    return kept === undefined ? [] : [[key, kept]];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
