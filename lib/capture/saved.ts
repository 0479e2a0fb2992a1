import type { RapportDb } from "@/lib/data/db";
import type { Company } from "@/lib/model/company";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";
import { bringInJobs, bringInPeople, type PersonIds } from "./store/bring-in";
import { companyUrl, isMemberId, memberUrn, parseAddress } from "./url";

export type Known =
  | { table: "people"; id: string; row: Person }
  | { table: "jobs"; id: string; row: Job }
  | { table: "companies"; id: string; row: Company };

/** The row that a page's address alone is about: no tab and no page is needed to know it. */
export async function findSaved(db: RapportDb, url: string): Promise<Known | undefined> {
  const address = parseAddress(url);
  if (address.kind === "profile") {
    const { publicId } = address;
    const ids = isMemberId(publicId) ? { memberUrn: memberUrn(publicId) } : { publicId };
    await bringInPeople(db, [ids]);
    return findPerson(db, ids);
  }
  if (address.kind === "company") return findCompany(db, companyUrl(address));
  if (address.kind !== "job") return undefined;
  await bringInJobs(db, [{ externalId: address.jobId }]);
  return findJob(db, address.jobId);
}

async function findCompany(db: RapportDb, url: string): Promise<Known | undefined> {
  const { bringInCompany, companyFor } = await import("@/lib/contacts/store/companies");
  await bringInCompany({ url }, db);
  const place = await companyFor({ url }, db);
  return place?.row && { table: "companies", id: place.id, row: place.row };
}

/** By member id, which outlives a change of address; then by the name in the address. */
export async function findPerson(db: RapportDb, ids: PersonIds): Promise<Known | undefined> {
  for (const field of ["memberUrn", "publicId"] as const) {
    const value = ids[field];
    if (value === undefined) continue;
    const row = latest(await db.people.where(field).equals(value).toArray());
    if (row) return { table: "people", id: row.id, row };
  }
  return undefined;
}

export async function findJob(db: RapportDb, externalId: string): Promise<Known | undefined> {
  const row = latest(await db.jobs.where("externalId").equals(externalId).toArray());
  return row && { table: "jobs", id: row.id, row };
}

/** Two devices may have made the same person apart: the one seen last goes on. */
function latest<T extends { id: string; capturedAt?: string }>(rows: T[]): T | undefined {
  return rows.toSorted((a, b) => (b.capturedAt ?? "").localeCompare(a.capturedAt ?? ""))[0];
}
