import { describe, expect, test } from "vitest";
import type { JobRecord, PersonRecord } from "@/lib/capture/capture";
import type { Family } from "@/scripts/practice/switches";
import { flat, jobLines, jobTruth, personTruth } from "@/scripts/practice/truth";
import { jobs } from "@/scripts/practice/world/jobs";
import { connections } from "@/scripts/practice/sdui/people-lists";
import { people } from "@/scripts/practice/world/people";
import { readPage } from "./page";

const families: Family[] = ["sdui", "ember", "guest"];

describe.each(families)("a whole page of the %s family", (family) => {
  test.each(people)("gives all that stands there of $name", (person) => {
    const capture = readPage(`/in/${encodeURIComponent(person.slug)}/?family=${family}`);

    expect(capture).toMatchObject({ kind: "profile", family, problems: [] });
    expect(wordsOf(capture.record as PersonRecord)).toEqual(known(personTruth(person, family)));
    expect(Object.values(capture.sections)).not.toContain("notLoaded");
  });

  test.each(jobs)("gives all that stands there of the job $title", (job) => {
    const capture = readPage(`/jobs/view/${job.id}/?family=${family}`);

    expect(capture).toMatchObject({ kind: "job", family, problems: [] });
    const { description, salary, ...rest } = capture.record as JobRecord;
    expect({ ...rest, ...(salary && { salary: salary.text }) }).toMatchObject(
      known(jobTruth(job, family)),
    );
    for (const line of jobLines(job)) expect(description).toContain(line);
  });
});

describe.each(["sdui", "ember"] satisfies Family[])("a list of jobs of the %s family", (family) => {
  test.each(jobs)("gives the open job $title and no other", (job) => {
    const capture = readPage(`/jobs/search/?currentJobId=${job.id}&family=${family}`);

    expect(capture).toMatchObject({
      kind: "job",
      record: { externalId: job.id, title: job.title },
    });
  });
});

describe("a list of people", () => {
  test("gives every connection and since when, and nobody beside the list", () => {
    const capture = readPage("/mynetwork/invite-connect/connections/");

    expect(capture).toMatchObject({
      kind: "connections",
      total: String(connections.length),
      sections: { rows: "present" },
      problems: [],
    });
    expect(capture.records).toEqual(
      connections.map(({ slug, name, headline, memberId, since }) => ({
        fullName: name,
        publicId: slug,
        profileUrl: `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`,
        memberUrn: `urn:li:fsd_profile:${memberId}`,
        ...(headline !== undefined && { headline }),
        connectedAt: since.toISOString().slice(0, 10),
        degree: 1,
      })),
    );
  });

  test("gives everyone found, and says of one that there is no name", () => {
    const capture = readPage("/search/results/people/");

    expect(capture.problems).toEqual([{ code: "row-nameless", row: 5 }]);
    expect(capture.records).toMatchObject(
      people.map(({ slug, name, headline, place, degree }) => ({
        fullName: name,
        publicId: slug,
        headline,
        location: place,
        degree,
      })),
    );
  });
});

/** The record in the words of the truth: what the pages do not promise is left aside. */
function wordsOf(record: PersonRecord) {
  const { about, skills, experience, education } = record;
  return known({
    ...without(record, "profileUrl", "photoUrl", "school", "openToWork", "topSkills"),
    about: about && flat(about),
    skills: skills?.map((skill) => skill.name),
    experience: experience?.map((position) => without(position, "current", "companyUrl")),
    education: education?.map(({ degree, field, ...study }) => ({
      ...without(study, "schoolUrl"),
      course: [degree, field].filter(Boolean).join(", "),
    })),
  });
}

function without<T extends object, K extends keyof T>(value: T, ...names: K[]): Omit<T, K> {
  const rest = { ...value };
  for (const name of names) delete rest[name];
  return rest;
}

function known<T extends object>(value: T): Partial<T> {
  return JSON.parse(JSON.stringify(value)) as Partial<T>;
}
