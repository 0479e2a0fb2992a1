import { Dexie } from "dexie";
import { uuidv7 } from "uuidv7";
import { computedId } from "@/lib/contacts/computed-id";
import { openDb, type RapportDb } from "@/lib/data/db";
import { save, type Saved } from "@/lib/data/save";
import type { Application } from "@/lib/model/application";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";
import { moveFields } from "./moves";
import { OWN_STAGES, ownStage, type OwnStage } from "./stages";

/** Oneself at jobs: one application for each. */

/** One's own application for a job that is kept: null where there is none, "no-job" where the job is gone. */
export async function readOwnApplication(
  jobId: string,
  db: RapportDb = openDb(),
): Promise<Application | null | "no-job"> {
  if (!(await db.jobs.get(jobId))) return "no-job";
  return (await ownApplicationFor(db, jobId)) ?? null;
}

/** Of two that two devices made, the one changed last. */
async function ownApplicationFor(db: RapportDb, jobId: string): Promise<Application | undefined> {
  const found = await db.applications
    .where("[jobId+stage]")
    .between([jobId, Dexie.minKey], [jobId, Dexie.maxKey])
    .filter(({ direction }) => direction === "sent")
    .toArray();
  return found.toSorted((a, b) => changedAt(b).localeCompare(changedAt(a)))[0];
}

/**
 * Puts the application for a job at a stage; the first word of it makes it.
 * LinkedIn's own export makes the same row for the same post, so that bringing it in later adds nothing.
 */
export async function moveOwnApplication(
  jobId: string,
  to: OwnStage,
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Saved> {
  const standing = await ownApplicationFor(db, jobId);
  const fields = moveFields(standing, { id: uuidv7(), to, at: now.toISOString() });
  const id = standing?.id ?? idFor(jobId, (await db.jobs.get(jobId))?.externalId);
  const whose = { jobId, direction: "sent" };
  const edit = { table: "applications" as const, id, create: true };
  return save(
    db,
    [{ ...edit, fields: standing ? fields : { ...whose, ...fields } }],
    now.getTime(),
  );
}

/** The day one applied, as one remembers it; an empty one clears it. */
export function setAppliedOn(id: string, day: string, db: RapportDb = openDb()): Promise<Saved> {
  return save(db, [{ table: "applications", id, fields: { appliedAt: day || null } }]);
}

/** Whom one asks about it: the day's work then has a message to them, and not only the job's page. */
export function setContact(
  id: string,
  personId: string | null,
  db: RapportDb = openDb(),
): Promise<Saved> {
  return save(db, [{ table: "applications", id, fields: { personId } }]);
}

export type Insider = Pick<Person, "id" | "fullName" | "position">;

/** Whom one knows at the job's firm, and whoever was chosen already; by name. */
export async function readInsiders(
  { jobId, personId }: Pick<Application, "jobId" | "personId">,
  db: RapportDb = openDb(),
): Promise<Insider[]> {
  const { employerId } = (await db.jobs.get(jobId)) ?? {};
  const [there, chosen] = await Promise.all([
    employerId ? db.people.where("employerId").equals(employerId).toArray() : [],
    personId ? db.people.get(personId) : undefined,
  ]);
  const known = new Map([...there, ...(chosen ? [chosen] : [])].map((one) => [one.id, one]));
  return [...known.values()]
    .filter(({ isSelf, doNotContact }) => !isSelf && !doNotContact)
    .toSorted((a, b) => a.fullName.localeCompare(b.fullName))
    .slice(0, 200);
}

export function dropOwnApplication(id: string, db: RapportDb = openDb()): Promise<Saved> {
  return save(db, [{ table: "applications", id, fields: { _del: true } }]);
}

export type Applied = { application: Application; job: Job };
export type StageGroup = { stage: OwnStage; applied: Applied[] };

/** Every application of one's own by its stage, in the order stages go; what moved last comes first. */
export async function readOwnApplications(db: RapportDb = openDb()): Promise<StageGroup[]> {
  const own = await db.applications
    .where("[direction+stage]")
    .between(["sent", Dexie.minKey], ["sent", Dexie.maxKey])
    .toArray();
  const jobs = await db.jobs.bulkGet(own.map(({ jobId }) => jobId));
  const applied = own.flatMap((application, index): Applied[] => {
    const job = jobs[index];
    return job ? [{ application, job }] : [];
  });
  return OWN_STAGES.map((stage) => ({
    stage,
    applied: applied
      .filter(({ application }) => ownStage(application) === stage)
      .toSorted((a, b) => since(b.application).localeCompare(since(a.application))),
  })).filter((group) => group.applied.length > 0);
}

export function countOwnApplications(db: RapportDb = openDb()): Promise<number> {
  return db.applications
    .where("[direction+stage]")
    .between(["sent", Dexie.minKey], ["sent", Dexie.maxKey])
    .count();
}

/** Since when it stands where it stands. */
export function since({ stageChangedAt, appliedAt, createdAt }: Application): string {
  return stageChangedAt ?? appliedAt ?? createdAt;
}

function changedAt({ updatedAt, createdAt }: Application): string {
  return updatedAt ?? createdAt;
}

function idFor(jobId: string, externalId: string | undefined): string {
  return computedId(
    ...(externalId ? ["linkedin/application", externalId] : ["application", jobId]),
  );
}
