import { bringInWhere } from "@/lib/data/bring-in-where";
import { openDb, type RapportDb } from "@/lib/data/db";
import { eachStaged, findStaged } from "@/lib/data/staged";
import type { Company } from "@/lib/model/company";
import { memberField } from "@/lib/sync/fields";
import { keyFields, keysOfCompany, type CompanyNamed } from "../company-keys";
import type { CompanyLine } from "../company-table";
import { idOfCompany, matchCompany } from "../company-match";

export type CompanyPlace = {
  /** Of the row that is there, or the id to make it under: the same on every device. */
  id: string;
  row?: Company;
  /** To be saved with the row, new or not, so that it is found by all it is called. */
  keyFields: Record<string, true>;
};

/**
 * Which company a page, a position or a job means: by LinkedIn's number, then by the name in its address, then
 * by its name as one reads it. Undefined where nothing names one. To write: `save(db, [{ table: "companies",
 * id, create: true, fields: { ...fields, ...keyFields } }])`.
 */
export async function companyFor(
  named: CompanyNamed,
  db: RapportDb = openDb(),
): Promise<CompanyPlace | undefined> {
  const [first, ...others] = keysOfCompany(named);
  if (first === undefined) return undefined;
  const found = await db.companies
    .where("keys")
    .anyOf([first, ...others])
    .distinct()
    .toArray();
  const row = matchCompany([first, ...others], found);
  return {
    id: row?.id ?? idOfCompany([first, ...others]),
    ...(row && { row }),
    keyFields: keyFields([first, ...others]),
  };
}

/** Before it is looked for inside a transaction: one that waits in a whole page takes its place. */
export function bringInCompany(named: CompanyNamed, db: RapportDb = openDb()): Promise<void> {
  const fields = keysOfCompany(named).map((key) => [memberField("keys", key), [true]] as const);
  return bringInWhere(db, "companies", Object.fromEntries(fields));
}

const SLICE = 500;

export async function allCompanies(db: RapportDb = openDb()): Promise<CompanyLine[]> {
  const lines = new Map<string, CompanyLine>();
  await eachStaged<Company>(db, "companies", (waiting) => {
    for (const one of waiting) lines.set(one.id, lineOf(one));
  });
  for (let after = ""; ;) {
    const some = await db.companies.where(":id").above(after).limit(SLICE).toArray();
    for (const one of some) lines.set(one.id, lineOf(one));
    if (some.length < SLICE) return [...lines.values()];
    after = some.at(-1)?.id ?? "";
  }
}

function lineOf({
  id,
  name,
  industry,
  tags = [],
  notes,
  status,
  capturedAt,
}: Company): CompanyLine {
  return {
    id,
    name,
    ...(industry && { industry }),
    tags,
    hasNotes: Boolean(notes),
    isKept: Boolean(notes ?? status ?? capturedAt) || tags.length > 0,
  };
}

export async function readCompany(id: string, db: RapportDb = openDb()): Promise<Company | null> {
  return (await db.companies.get(id)) ?? (await findStaged<Company>(db, "companies", id)) ?? null;
}

/** The name alone: for a link. */
export async function companyName(id: string, db: RapportDb = openDb()): Promise<string | null> {
  return (await readCompany(id, db))?.name ?? null;
}

export type PersonThere = { id: string; name: string; position?: string };

export async function peopleAt(id: string, db: RapportDb = openDb()): Promise<PersonThere[]> {
  await bringInWhere(db, "people", { employerId: [id] });
  const people = await db.people.where("employerId").equals(id).toArray();
  return people
    .map(({ id: personId, fullName, position }) => ({
      id: personId,
      name: fullName,
      ...(position && { position }),
    }))
    .toSorted(byName);
}

/** People who worked there once and do so no more, as their career says. */
export async function peopleOnceAt(id: string, db: RapportDb = openDb()): Promise<PersonThere[]> {
  const keys = new Set((await db.companies.get(id))?.keys ?? []);
  const found: PersonThere[] = [];
  for (let after = ""; ;) {
    const some = await db.people.where(":id").above(after).limit(SLICE).toArray();
    for (const { id: personId, fullName, employerId, experience = [] } of some) {
      if (employerId === id) continue;
      const post = experience.find(({ company, companyId, companyUrl }) =>
        keysOfCompany({ name: company, companyId, url: companyUrl }).some((key) => keys.has(key)),
      );
      if (!post) continue;
      found.push({ id: personId, name: fullName, ...(post.title && { position: post.title }) });
    }
    if (some.length < SLICE) return found.toSorted(byName);
    after = some.at(-1)?.id ?? "";
  }
}

export type JobThere = { id: string; title: string; place?: string };

export async function jobsAt(id: string, db: RapportDb = openDb()): Promise<JobThere[]> {
  const jobs = await db.jobs.where("employerId").equals(id).toArray();
  return jobs.map(({ id: jobId, title, location }) => ({
    id: jobId,
    title,
    ...(location && { place: location }),
  }));
}

function byName(a: PersonThere, b: PersonThere): number {
  return a.name.localeCompare(b.name);
}
