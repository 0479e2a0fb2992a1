import { Dexie } from "dexie";
import { openDb, openPersonal, personalOf, type RapportDb } from "@/lib/data/db";
import type { Saved } from "@/lib/data/save";
import { save } from "@/lib/data/save-on-demand";
import { bringInWhere } from "@/lib/data/bring-in-where";
import { findStaged } from "@/lib/data/staged";
import type { Company } from "@/lib/model/company";
import type { Interaction } from "@/lib/model/interaction";
import type { Interview } from "@/lib/model/interview";
import type { Message } from "@/lib/model/message";
import type { Person } from "@/lib/model/person";
import { SETTINGS_ID } from "@/lib/model/settings-id";
import { AppError } from "@/lib/platform/app-error";
import type { Facts } from "../variables/variable";

/** Also one of a large import that waits for its place. */
export async function personHere(id: string, db: RapportDb): Promise<Person | undefined> {
  return (await db.people.get(id)) ?? findStaged<Person>(db, "people", id);
}

async function companyHere(id: string, db: RapportDb): Promise<Company | undefined> {
  return (await db.companies.get(id)) ?? findStaged<Company>(db, "companies", id);
}

/** What two people last had to do with one another. */
export type Thread = { lastInteraction?: Interaction; lastMessage?: Message };

export async function readThread(personId: string, db: RapportDb = openDb()): Promise<Thread> {
  await bringInWhere(db, "messages", { personId: [personId] });
  const [interaction, messages] = await Promise.all([
    db.interactions
      .where("[personId+at]")
      .between([personId, Dexie.minKey], [personId, Dexie.maxKey])
      .filter(({ type }) => type !== "note" && type !== "profileView")
      .last(),
    db.messages
      .where("[personId+createdAt]")
      .between([personId, Dexie.minKey], [personId, Dexie.maxKey])
      .filter(({ sentAt }) => sentAt !== undefined)
      .toArray(),
  ]);
  const message = messages.reduce<Message | undefined>(
    (latest, one) => ((one.sentAt ?? "") > (latest?.sentAt ?? "") ? one : latest),
    undefined,
  );
  // What a message says of itself is older news than a later call.
  const isOld = interaction && message?.sentAt && message.sentAt <= interaction.at;
  const isOlder = interaction && message?.sentAt && message.sentAt > interaction.at;
  return {
    ...(interaction && !isOlder && { lastInteraction: interaction }),
    ...(message && !isOld && { lastMessage: message }),
  };
}

/** Everything a draft to this person may speak of. @throws AppError("unknown-row") */
export async function readFacts(
  { personId, jobId, language }: { personId: string; jobId?: string; language: string },
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Facts> {
  const [{ person, job, company }, self, thread, candidate, interview] = await Promise.all([
    readWhom(personId, jobId, db),
    readSelf(personalOf(db)),
    readThread(personId, db),
    db.candidates.where("personId").equals(personId).first(),
    nextInterview(personId, db, now),
  ]);
  return {
    person,
    now,
    language,
    ...thread,
    ...(self && { self }),
    ...(job && { job }),
    ...(company && { company }),
    ...(candidate && { candidate }),
    ...(interview && { interview }),
  };
}

/** Whom one writes to, and the firm this is about: looked up while all the rest is still being read. */
async function readWhom(personId: string, jobId: string | undefined, db: RapportDb) {
  const [person, job] = await Promise.all([
    personHere(personId, db),
    jobId ? db.jobs.get(jobId) : undefined,
  ]);
  if (!person) throw new AppError("unknown-row", { table: "people", id: personId });
  const employer = job?.employerId ?? person.employerId;
  return { person, job, company: employer ? await companyHere(employer, db) : undefined };
}

/** The next interview of somebody's applications, else the last one. */
async function nextInterview(
  personId: string,
  db: RapportDb,
  now: Date,
): Promise<Interview | undefined> {
  const applications = await db.applications.where("personId").equals(personId).primaryKeys();
  if (applications.length === 0) return undefined;
  const interviews = await db.interviews
    .where("applicationId")
    .anyOf(applications)
    .filter(({ startsAt, status }) => startsAt !== undefined && status !== "cancelled")
    .sortBy("startsAt");
  return interviews.find(({ startsAt }) => startsAt! >= now.toISOString()) ?? interviews.at(-1);
}

const SELF = "self";

/**
 * The row of the notebook's owner. Where it was last found is remembered on this device; without that, every
 * row would have to be read. `null` remembers that there was none, until `findSelf` looks again.
 */
export async function readSelf(db: RapportDb = openPersonal()): Promise<Person | undefined> {
  const hint = await db._meta.get(SELF);
  if (!hint) return findSelf(db);
  if (typeof hint.value !== "string") return undefined;
  const row = await db.people.get(hint.value);
  return row?.isSelf ? row : findSelf(db);
}

/** Looks through everyone: for when nothing else is to be done. */
export async function findSelf(db: RapportDb = openPersonal()): Promise<Person | undefined> {
  const found = await db.people.filter(({ isSelf }) => isSelf === true).first();
  const hint = await db._meta.get(SELF);
  const value = found?.id ?? null;
  if (!hint || hint.value !== value) await db._meta.put({ key: SELF, value });
  return found;
}

/** Who writes: the one thing a template cannot know from a page. */
export async function saveSelf(
  fields: { fullName: string; position?: string; company?: string },
  db: RapportDb = openPersonal(),
): Promise<Saved> {
  const standing = await readSelf(db);
  const saved = await save(db, [
    {
      table: "people",
      ...(standing && { id: standing.id }),
      fields: { isSelf: true, ...fields },
    },
  ]);
  await db._meta.put({ key: SELF, value: saved.ids[0] });
  return saved;
}

export type Account = "free" | "premium";

/** How long a note may be depends on it; 200 characters go through on either. */
export async function readAccount(db: RapportDb = openPersonal()): Promise<Account> {
  return (await db.settings.get(SETTINGS_ID))?.linkedInAccount ?? "free";
}

export function saveAccount(account: Account, db: RapportDb = openPersonal()): Promise<Saved> {
  return save(db, [
    { table: "settings", id: SETTINGS_ID, create: true, fields: { linkedInAccount: account } },
  ]);
}

/** Jobs a message may be about, the ones saved last first. */
export async function recentJobs(
  limit = 30,
  db: RapportDb = openDb(),
): Promise<{ id: string; title: string; companyName?: string }[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read from its end
  const jobs = await db.jobs.toCollection().reverse().limit(limit).toArray();
  return jobs.map(({ id, title, companyName }) => ({
    id,
    title,
    ...(companyName && { companyName }),
  }));
}
