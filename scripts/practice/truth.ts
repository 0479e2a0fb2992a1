import type { Family } from "./switches";
import { contractWords, modeWords } from "./words";
import { companyOf } from "./world/companies";
import type { PracticeJob, PracticePerson, Position, When } from "./world/shapes";

/** What a whole page of a person shows in a family, in the words of the model: what a capture must find. */
export function personTruth(person: PracticePerson, family: Family) {
  const current = person.positions.find((position) => !position.to);
  const everywhere = {
    fullName: person.name,
    headline: person.headline,
    location: person.place,
    publicId: person.slug,
    connections: person.connections,
    // Readers close the gap that French leaves between thousands.
    followers: person.followers?.replace(/\s/g, ""),
    about: person.about && flat(person.about),
    company: current && nameOf(current.at),
    position: current?.title,
    experience: person.positions.map((position) => experienceTruth(person, position, family)),
    education: person.studies.map(({ school, degree, field, from, to }) => ({
      school,
      course: [degree, field].filter(Boolean).join(", "),
      startDate: dateOf(from),
      endDate: dateOf(to),
    })),
  };
  if (family === "guest") return everywhere;
  return {
    ...everywhere,
    degree: person.degree,
    memberUrn: family === "sdui" ? `urn:li:fsd_profile:${person.memberId}` : undefined,
    skills: person.skills,
    languages: person.languages,
    certifications: person.certificates?.map(({ name, issuer, when }) => ({
      name,
      issuer,
      issuedAt: dateOf(when),
    })),
  };
}

export function jobTruth(job: PracticeJob, family: Family) {
  return {
    externalId: job.id,
    title: job.title,
    companyName: nameOf(job.company),
    location: job.place,
    postedText: job.posted,
    applicantsText: job.applicants,
    employmentType: contractWords[job.language][job.contract],
    ...(family === "guest"
      ? { seniority: job.seniority }
      : { workplace: modeWords[job.language][job.mode], salary: job.salary }),
  };
}

/** The lines of a job's text, without the marks of its lists. */
export function jobLines(job: PracticeJob): string[] {
  return job.text.map((line) => line.replace(/^- /, ""));
}

/** A text by its lines alone: how far apart two paragraphs stand is the page's affair. */
export function flat(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

function experienceTruth(person: PracticePerson, position: Position, family: Family) {
  const company = companyOf(position.at);
  const everywhere = {
    title: position.title,
    company: nameOf(position.at),
    companyId: company?.id,
    startDate: dateOf(position.from),
    endDate: position.to && dateOf(position.to),
    location: position.place,
    description: position.text,
  };
  // A stranger is told neither how one works there nor under which contract.
  if (family === "guest") return everywhere;
  return {
    ...everywhere,
    workplace: position.mode && modeWords[person.language][position.mode],
    employmentType: position.contract && contractWords[person.language][position.contract],
  };
}

function nameOf(at: string): string {
  return companyOf(at)?.name ?? at;
}

function dateOf(when: When): { year: number; month?: number } {
  const [year, month] = when.split("-").map(Number);
  return month ? { year: year!, month } : { year: year! };
}
