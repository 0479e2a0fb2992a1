import { Dexie } from "dexie";
import type { RapportDb } from "@/lib/data/db";
import { recentJobChanges } from "@/lib/import/store";
import type { Person } from "@/lib/model/person";
import { SETTINGS_ID } from "@/lib/model/settings-id";
import type { Task } from "@/lib/model/task";
import { conversationsIn } from "../conversation";
import { DAY, daysBefore, type LastContact, type Move, type Scene } from "../due/due";
import { birthdaysNow } from "../due/rules/birthday";
import { MOVE_WINDOW } from "../due/rules/job-change";
import { countedFrom, intervalOf } from "../due/rules/keep-in-touch";
import { THANK_WINDOW } from "../due/rules/thank";
import { readThread } from "./facts";

/** How far back messages are looked at. */
const MESSAGES = 60;
export const FOLLOW_UP_DAYS = 7;

/** What the rules look at, found by index: ten thousand people who are not due are not read. */
export async function readScene(db: RapportDb, now: Date): Promise<Scene> {
  const settings = await db.settings.get(SETTINGS_ID);
  const keepInTouchTags = settings?.keepInTouchTags ?? {};
  const [messages, interactions, kept, born, moves, applications] = await Promise.all([
    db.messages.where("sentAt").above(daysBefore(now, MESSAGES)).toArray(),
    db.interactions.where("at").above(daysBefore(now, THANK_WINDOW)).toArray(),
    peopleKept(db, keepInTouchTags),
    db.people
      .where("contact.birthday")
      .anyOf([...birthdaysNow(now).keys()])
      .toArray(),
    readMoves(db, now),
    db.applications
      .where("[direction+stage]")
      .anyOf([
        ["sent", "saved"],
        ["sent", "applied"],
      ])
      .toArray(),
  ]);
  const conversations = conversationsIn(messages);
  const people = new Map([...kept, ...born].map((person) => [person.id, person]));
  const others = [
    ...conversations.keys(),
    ...interactions.map(({ personId }) => personId),
    ...moves.map(({ personId }) => personId),
    ...applications.flatMap(({ personId }) => personId ?? []),
  ];
  const [, jobs, lastContacts] = await Promise.all([
    addPeople(db, people, others),
    db.jobs.bulkGet([...new Set(applications.map(({ jobId }) => jobId))]),
    readLastContacts(db, kept, keepInTouchTags, now),
  ]);
  return {
    now,
    people,
    conversations,
    interactions,
    moves,
    applications,
    jobs: new Map(jobs.flatMap((job) => (job ? [[job.id, job]] : []))),
    lastContacts,
    keepInTouchTags,
    followUpDays: settings?.followUpDays ?? FOLLOW_UP_DAYS,
  };
}

/** Rows that are due by their date, whoever set them. */
export function dueTasks(db: RapportDb, now: Date): Promise<Task[]> {
  const until = now.toISOString();
  return db.tasks
    .where("[status+dueAt]")
    .between(["open", Dexie.minKey], ["open", until], true, true)
    .or("[status+dueAt]")
    .between(["snoozed", Dexie.minKey], ["snoozed", until], true, true)
    .toArray();
}

export async function addPeople(
  db: RapportDb,
  people: Map<string, Person>,
  ids: readonly string[],
): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => !people.has(id));
  for (const person of await db.people.bulkGet(wanted)) if (person) people.set(person.id, person);
}

/** Everyone with an interval of their own or by a tag. */
export async function peopleKept(
  db: RapportDb,
  byTag: Readonly<Record<string, number>>,
): Promise<Person[]> {
  const [own, tagged] = await Promise.all([
    db.people.where("keepInTouchDays").above(0).toArray(),
    db.people.where("tags").anyOf(Object.keys(byTag)).distinct().toArray(),
  ]);
  return [...new Map([...own, ...tagged].map((person) => [person.id, person])).values()];
}

/** Who moved lately: as captures saw it, and as imports that stand did, where it still is so. */
export async function readMoves(db: RapportDb, now: Date, days = MOVE_WINDOW): Promise<Move[]> {
  const since = daysBefore(now, days);
  const [seen, imports] = await Promise.all([
    db.people.where("jobChange.at").above(since).toArray(),
    recentJobChanges(db),
  ]);
  const captured = seen.map(({ id, jobChange }): Move => {
    const { at, toCompany, toPosition } = jobChange!;
    return moveOf(id, at, toCompany, toPosition);
  });
  const imported = imports
    .filter(({ at }) => at > since)
    .flatMap(({ at, changes }) =>
      changes.map(({ personId, after }) => moveOf(personId, at, after.company, after.position)),
    );
  const rows = await db.people.bulkGet(imported.map(({ personId }) => personId));
  const standing = imported.filter(
    ({ company, position }, index) =>
      (company === undefined || rows[index]?.company === company) &&
      (position === undefined || rows[index]?.position === position),
  );
  return [...captured, ...standing];
}

function moveOf(personId: string, at: string, company?: string, position?: string): Move {
  return { personId, at, ...(company && { company }), ...(position && { position }) };
}

/** Looked up only for those whose own row says they are due, or says nothing: a later message or call may say otherwise. */
export async function readLastContacts(
  db: RapportDb,
  kept: readonly Person[],
  byTag: Readonly<Record<string, number>>,
  now: Date,
): Promise<Map<string, LastContact>> {
  const late = kept.filter((person) => {
    const interval = intervalOf(person, byTag);
    if (!interval) return false;
    if (person.lastInteractionAt === undefined) return true;
    return Date.parse(countedFrom(person).at) + interval.days * DAY <= now.getTime();
  });
  const found = await Promise.all(
    late.map(async ({ id }) => {
      const { lastInteraction, lastMessage } = await readThread(id, db);
      if (lastInteraction)
        return [id, contact(lastInteraction.at, "interactions", lastInteraction.id)] as const;
      return lastMessage?.sentAt
        ? ([id, contact(lastMessage.sentAt, "messages", lastMessage.id)] as const)
        : undefined;
    }),
  );
  return new Map(found.filter((one) => one !== undefined));
}

function contact(at: string, table: LastContact["on"]["table"], id: string): LastContact {
  return { at, on: { table, id } };
}
