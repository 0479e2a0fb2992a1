import { openDb, type RapportDb } from "@/lib/data/db";
import type { Company } from "@/lib/model/company";
import { keyFields, keysOfCompany, type CompanyNamed } from "../company-keys";
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
