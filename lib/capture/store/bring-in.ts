import { bringInWhere } from "@/lib/data/bring-in-where";
import type { RapportDb } from "@/lib/data/db";

export type PersonIds = { memberUrn?: string; publicId?: string };

/** People who wait in whole pages, of a first sync or a large import, take their places before they are looked for. */
export function bringInPeople(db: RapportDb, people: readonly PersonIds[]): Promise<void> {
  return bringInWhere(db, "people", {
    memberUrn: people.flatMap((one) => one.memberUrn ?? []),
    publicId: people.flatMap((one) => one.publicId ?? []),
  });
}

export function bringInJobs(
  db: RapportDb,
  jobs: readonly { externalId?: string }[],
): Promise<void> {
  return bringInWhere(db, "jobs", { externalId: jobs.flatMap((one) => one.externalId ?? []) });
}
