import { bringInCompany, companyFor } from "@/lib/contacts/store/companies";
import type { RapportDb } from "@/lib/data/db";
import { save, type Edit } from "@/lib/data/save";
import { inOneTransaction } from "@/lib/data/transaction";
import { AppError } from "@/lib/platform/app-error";
import type { Capture, CompanyRecord, JobRecord, PersonRecord, Sections } from "./capture";
import { jobChangeIn } from "./job-change";
import { type Change, mergeCapture } from "./merge";
import { findJob, findPerson, type Known } from "./saved";
import { bringInJobs, bringInPeople } from "./store/bring-in";
import { noteCapture } from "./store/notes";

export type Stored = {
  table: "people" | "jobs" | "companies";
  id: string;
  outcome: "created" | "changed" | "unchanged";
  changes: Change[];
  /** What this capture saw; the row keeps the best that any capture saw. */
  sections: Sections;
  /** What became of the rows of a list that stands beside it. */
  beside?: Record<"created" | "changed" | "unchanged" | "refused", number>;
  /** What to `save` to bring back what stood. */
  undo: Edit[];
  at: string;
};

/** Without a name there is no row: the page of a list of somebody's skills may show none. */
const NAME = { people: "fullName", jobs: "title", companies: "name" } as const;

/**
 * Adds what a page showed to the row it is about, or makes the row. Search, merge and write are one
 * transaction, so two captures of one page at the same moment make one row.
 * @throws AppError("disk-full" | "unreadable" | "unsupported-page")
 */
export async function storeCapture(db: RapportDb, capture: Capture): Promise<Stored> {
  const table = tableOf(capture);
  const stores = [table, "_base", "_outbox", "_meta", "_local", "_unparsed", "_readings"];
  await bringIn(db, capture);
  return inOneTransaction(db, stores, () => write(db, table, capture));
}

async function write(db: RapportDb, table: Stored["table"], capture: Capture): Promise<Stored> {
  const { id: place, row: known, more } = await find(db, capture);
  // What stays on the device stands beside the row, not in it.
  const kept = known && (await db._local.get(`${table}/${place}`))?.fields;
  const { fields, changes, held } = mergeCapture(known && { ...known, ...kept }, capture);
  if (!known && typeof fields[NAME[table]] !== "string") throw new AppError("unreadable");
  const jobChange = table === "people" && known && jobChangeIn(known, changes, capture.capturedAt);
  const { ids, undo } = await save(db, [
    {
      table,
      ...(place !== undefined && { id: place, ...(more && { create: true as const }) }),
      fields: { ...fields, ...more, ...(jobChange && { jobChange }) },
    },
  ]);
  const id = place ?? ids[0] ?? "";
  await keepUnparsed(db, `${table}/${id}`, capture);
  await noteCapture(db, `${table}/${id}`, capture, held);
  return {
    table,
    id,
    outcome: outcomeOf(known, changes),
    changes,
    sections: capture.sections,
    undo,
    at: capture.capturedAt,
  };
}

function tableOf({ kind, record }: Capture): Stored["table"] {
  if (!record) throw new AppError("unsupported-page");
  if (kind === "profile") return "people";
  if (kind === "company") return "companies";
  if (kind === "job") return "jobs";
  throw new AppError("unsupported-page");
}

/** The row there is; of a company also the id to make it under, and what it is found by. */
type Found = { id?: string; row?: Known["row"]; more?: Record<string, true | null> };

async function find(db: RapportDb, { kind, record }: Capture): Promise<Found> {
  if (kind === "company") {
    const place = await companyFor(namedIn(record as CompanyRecord), db);
    if (!place) throw new AppError("unreadable");
    // Whoever captures the page of a company they once erased wants it back.
    const more = { ...place.keyFields, ...(place.row?.isErased && { isErased: null }) };
    return { id: place.id, ...(place.row && { row: place.row }), more };
  }
  if (kind === "profile") return (await findPerson(db, record as PersonRecord)) ?? {};
  const { externalId } = record as JobRecord;
  return (externalId === undefined ? undefined : await findJob(db, externalId)) ?? {};
}

function namedIn({ externalId, linkedInUrl, name }: CompanyRecord) {
  return { companyId: externalId, url: linkedInUrl, name };
}

/** What the capture is about and waits in a whole page takes its place: thousands of others need not. */
function bringIn(db: RapportDb, { kind, record }: Capture): Promise<void> {
  if (kind === "company") return bringInCompany(namedIn(record as CompanyRecord), db);
  if (kind === "profile") return bringInPeople(db, [record as PersonRecord]);
  return bringInJobs(db, [record as JobRecord]);
}

function outcomeOf(known: object | undefined, changes: Change[]): Stored["outcome"] {
  if (!known) return "created";
  return changes.length > 0 ? "changed" : "unchanged";
}

/** Text nobody understood stays on this device, section by section: a later capture replaces what it saw again. */
async function keepUnparsed(db: RapportDb, key: string, capture: Capture): Promise<void> {
  const held = await db._unparsed.get(key);
  const seen = new Set(capture.unparsed.map(({ section }) => section));
  const sections = [
    ...(held?.sections ?? []).filter(({ section }) => !seen.has(section)),
    ...capture.unparsed,
  ];
  if (sections.length === 0) return;
  await db._unparsed.put({ key, at: capture.capturedAt, url: capture.url, sections });
}
