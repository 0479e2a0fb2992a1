import type { RapportDb } from "@/lib/data/db";
import { save, type Edit } from "@/lib/data/save";
import type { Company } from "@/lib/model/company";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";
import { keysOfCompany } from "../company-keys";
import { CompanyDirectory, employerOf, employerOfJob, employersOf } from "../employers";

/**
 * What is known of companies, those a person erased included: of all, or of those that these people and jobs name.
 */
export async function openDirectory(
  db: RapportDb,
  naming?: { people: readonly Person[]; jobs: readonly Job[] },
): Promise<CompanyDirectory> {
  const companies = naming ? await keysOfNamed(db, naming) : await keysOfAll(db);
  const kept = await db._base.where("key").startsWith("companies/").toArray();
  const erased = kept.flatMap(({ key, local }) =>
    local?.del && local.data["isErased"] === true ? [key.slice("companies/".length)] : [],
  );
  return new CompanyDirectory(companies, new Set(erased));
}

async function keysOfNamed(
  db: RapportDb,
  { people, jobs }: { people: readonly Person[]; jobs: readonly Job[] },
): Promise<Pick<Company, "id" | "keys">[]> {
  const named = [...people.flatMap(employersOf), ...jobs.map(employerOfJob)];
  const keys = new Set(named.flatMap(keysOfCompany));
  return db.companies
    .where("keys")
    .anyOf([...keys])
    .distinct()
    .toArray();
}

const SLICE = 500;

/** A slice at a time: a capture may come in between. */
async function keysOfAll(db: RapportDb): Promise<Pick<Company, "id" | "keys">[]> {
  const all: Pick<Company, "id" | "keys">[] = [];
  for (let after = ""; ; after = all.at(-1)?.id ?? "") {
    const some = await db.companies.where(":id").above(after).limit(SLICE).toArray();
    all.push(...some.map(({ id, keys = [] }) => ({ id, keys })));
    if (some.length < SLICE) return all;
  }
}

/** Rows made before companies were found by their keys, or called anew: each learns its own. */
export async function giveKeys(
  db: RapportDb,
  ids: Iterable<string> | "all",
  now: number,
): Promise<void> {
  const companies =
    ids === "all" ? await db.companies.toArray() : await db.companies.bulkGet([...ids]);
  const edits = companies.flatMap((company): Edit[] => {
    if (!company) return [];
    const missing = ownKeys(company).filter((key) => !company.keys?.includes(key));
    if (missing.length === 0) return [];
    const fields = Object.fromEntries(missing.map((key) => [`keys/${key}`, true]));
    return [{ table: "companies", id: company.id, fields }];
  });
  if (edits.length > 0) await save(db, edits, now);
}

function ownKeys({ name, externalId, linkedInUrl }: Company): string[] {
  return keysOfCompany({ name, companyId: externalId, url: linkedInUrl });
}

/** Makes the companies these people and jobs name, and links each with where they work now. */
export async function linkCompanies(
  db: RapportDb,
  directory: CompanyDirectory,
  { people, jobs }: { people: readonly Person[]; jobs: readonly Job[] },
  now: number,
): Promise<void> {
  const links: Edit[] = [];
  for (const person of people) {
    for (const named of employersOf(person)) directory.idFor(named);
    const now = employerOf(person);
    const employerId = now && directory.idFor(now);
    if (employerId !== undefined && employerId !== person.employerId) {
      links.push({ table: "people", id: person.id, fields: { employerId } });
    }
  }
  for (const job of jobs) {
    const employerId = directory.idFor(employerOfJob(job));
    if (employerId !== undefined && employerId !== job.employerId) {
      links.push({ table: "jobs", id: job.id, fields: { employerId } });
    }
  }
  const made = directory
    .takeEdits()
    .map(({ id, fields }): Edit => ({ table: "companies", id, create: true, fields }));
  if (made.length + links.length > 0) await save(db, [...made, ...links], now);
}
