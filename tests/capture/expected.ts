import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Capture, JobRecord, PartialDate, PersonRecord } from "@/lib/capture/capture";

/** Pages handed to everyone who builds here; a checkout without them has only its own fixtures. */
const PAGES = resolve(import.meta.dirname, "../../../shared/pages");

export type Position = { title: string; company: string; dates?: string; location?: string };
export type School = { school: string; degree?: string; field?: string; dates?: string };
export type Expected = Record<string, unknown> & {
  url: string;
  experience?: Position[] | string;
  education?: School[] | string;
  skills?: string[] | string;
  certifications?: string[];
  languages?: string[];
};

export type SharedPage = { name: string; text: string; expected: Expected };

/** The pages of these kinds, by the beginning of their names. */
export function sharedPages(...kinds: string[]): SharedPage[] {
  const list = resolve(PAGES, "expected.json");
  if (!existsSync(list)) return [];
  const all = JSON.parse(readFileSync(list, "utf8")) as Record<string, Expected>;
  return Object.entries(all)
    .filter(([name]) => kinds.some((kind) => name.startsWith(kind)))
    .map(([name, expected]) => ({
      name,
      expected,
      text: readFileSync(resolve(PAGES, `${name}.html`), "utf8"),
    }));
}

/** Everything the list says of a page beside what was read: both sides in the same words. */
export function comparePerson(expected: Expected, capture: Capture): [unknown, unknown][] {
  const record = (capture.record ?? {}) as PersonRecord;
  const pairs: [unknown, unknown][] = [["profile", capture.kind]];
  const fact = (key: string, value: unknown): void => {
    if (key in expected) pairs.push([expected[key] ?? undefined, value]);
  };
  fact("name", record.fullName);
  fact("location", record.location);
  fact("profile_urn", record.memberUrn);
  fact("public_id", record.publicId);
  fact("connections", record.connections);
  fact("current_title", record.position);
  fact("current_company", record.company);
  fact("company_href", record.experience?.[0]?.companyUrl);
  fact("topcard_company", record.company);
  fact("topcard_school", record.school);
  fact("degree", record.degree && ["1st", "2nd", "3rd"][record.degree - 1]);
  // The list leaves the followers out where they stand only beside the activity, except once.
  if (expected.followers) fact("followers", record.followers);
  beginning(pairs, expected.headline, record.headline);
  beginning(pairs, expected.about_first80 ?? expected.about, record.about);
  if (expected.about_first80 === null) pairs.push(["absent", capture.sections.about]);
  for (const section of ["experience", "education", "skills"] as const) {
    if (typeof expected[section] !== "string") continue;
    pairs.push(["notLoaded", capture.sections[section]], [undefined, record[section]]);
  }
  comparePositions(pairs, expected, record);
  compareSchools(pairs, expected, record);
  for (const list of ["skills", "languages", "certifications"] as const) {
    const names = expected[list];
    if (Array.isArray(names)) pairs.push([names, record[list]?.map(({ name }) => name)]);
  }
  return pairs;
}

function comparePositions(pairs: [unknown, unknown][], expected: Expected, record: PersonRecord) {
  if (!Array.isArray(expected.experience)) return;
  expected.experience.forEach((position, index) => {
    const read = record.experience?.[index];
    const [location, workplace] = position.location?.split(" · ") ?? [];
    pairs.push(
      [position.title, read?.title],
      [position.company, read?.company],
      [location, read?.location],
      [workplace, read?.workplace],
      [rangeOf(position.dates), [read?.startDate, read?.endDate, read?.current]],
    );
  });
  if ("experience_shown" in expected) {
    pairs.push([expected.experience_shown, record.experience?.length]);
  }
  if ("experience_positions" in expected) {
    pairs.push([expected.experience_positions, record.experience?.length]);
  }
}

function compareSchools(pairs: [unknown, unknown][], expected: Expected, record: PersonRecord) {
  if (!Array.isArray(expected.education)) return;
  expected.education.forEach((school, index) => {
    const read = record.education?.[index];
    beginning(pairs, school.school, read?.school);
    pairs.push([school.degree, read?.degree]);
    if (school.field) pairs.push([school.field, read?.field]);
    if (school.dates)
      pairs.push([rangeOf(school.dates).slice(0, 2), [read?.startDate, read?.endDate]]);
  });
}

export function compareJob(expected: Expected, capture: Capture): [unknown, unknown][] {
  const record = (capture.record ?? {}) as JobRecord;
  const pairs: [unknown, unknown][] = [
    ["job", capture.kind],
    [expected.job_id, record.externalId],
    [expected.title, record.title],
    [expected.company, record.companyName],
    [expected.location, record.location],
    [expected.posted, record.postedText],
    [expected.applicants, record.applicantsText],
    [expected.workplace, record.workplace],
    [expected.employment, record.employmentType],
    [expected.seniority, record.seniority],
  ];
  beginning(pairs, expected.description_first80, record.description?.replace(/\s+/g, " "));
  return [...pairs, ...compareJobRows(expected.list_filled, expected.list_first, capture)];
}

export function compareJobList(expected: Expected, capture: Capture): [unknown, unknown][] {
  const rows = compareJobRows(expected.rows, expected.first, capture);
  return [["job-search", capture.kind], ...rows];
}

/** How many rows there are, and the first of them as they stand. */
function compareJobRows(count: unknown, first: unknown, capture: Capture): [unknown, unknown][] {
  const records = (capture.records ?? []) as JobRecord[];
  const wanted = (first ?? []) as Record<string, string>[];
  return [
    [count ?? 0, records.length],
    ...wanted.map(({ id, title, company, location }, index): [unknown, unknown] => {
      const { externalId, title: read, companyName, location: place } = records[index] ?? {};
      return [
        [id, title, company, location],
        [externalId, read, companyName, place],
      ];
    }),
  ];
}

type Item = {
  name: string;
  slug: string;
  headline?: string;
  connected_on?: string;
  degree?: string;
  location?: string;
};

export function compareList(expected: Expected, capture: Capture): [unknown, unknown][] {
  const records = (capture.records ?? []) as PersonRecord[];
  const pairs: [unknown, unknown][] = [[expected.rows, records.length]];
  if (expected.total_shown) pairs.push([expected.total_shown, capture.total]);
  (expected.items as Item[]).forEach((item, index) => {
    const read = records[index];
    pairs.push([item.name, read?.fullName], [item.slug, read?.publicId]);
    if (item.degree) pairs.push([item.degree, ["1st", "2nd", "3rd"][(read?.degree ?? 0) - 1]]);
    if (item.location) pairs.push([item.location, read?.location]);
    pairs.push([item.headline, read?.headline], [dayOf(item.connected_on), read?.connectedAt]);
  });
  return pairs;
}

/** "May 17, 2026" */
function dayOf(text: string | undefined): string | undefined {
  const [, name = "", day = "", year] = /^(\w+) (\d+), (\d+)$/.exec(text ?? "") ?? [];
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  return year && `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/**
 * The list holds the beginning of long texts, cut inside a word; names were invented after the cut, so the
 * last word of it may be another one than the page's.
 */
function beginning(pairs: [unknown, unknown][], expected: unknown, read: string | undefined): void {
  if (typeof expected !== "string") return;
  const sure = read?.startsWith(expected) ? expected : expected.replace(/[\p{L}\d]+$/u, "");
  pairs.push([sure, read?.slice(0, sure.length)]);
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function rangeOf(text = ""): [PartialDate | undefined, PartialDate | undefined, true | undefined] {
  const [from = "", to = ""] = (text.split(" · ")[0] ?? "").split(/ [-–] /);
  const isOpen = to.startsWith("Present");
  return [dateOf(from), isOpen ? undefined : dateOf(to), isOpen || undefined];
}

function dateOf(text: string): PartialDate | undefined {
  const [, name, year] = /(?:([A-Z][a-z]{2}) )?(\d{4})/.exec(text) ?? [];
  const month = MONTHS.indexOf(name ?? "") + 1;
  return year ? { year: Number(year), ...(month > 0 && { month }) } : undefined;
}
