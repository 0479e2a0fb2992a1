import { openDb, type RapportDb } from "@/lib/data/db";
import { save, type Saved } from "@/lib/data/save";
import type { Person } from "@/lib/model/person";
import { SETTINGS_ID } from "@/lib/model/settings-id";
import type { Task } from "@/lib/model/task";
import { DAY, daysBefore, type LastContact, type Move } from "../due/due";
import { birthdaysAhead } from "../due/rules/birthday";
import { countedFrom, intervalOf, type Interval } from "../due/rules/keep-in-touch";
import { mayContact } from "../may-contact";
import { personHere } from "./facts";
import { addPeople, peopleKept, readLastContacts, readMoves } from "./scene";

/** One keeps in touch with them: since when nothing was said, and when they are due. */
export type Kept = { person: Person; interval: Interval; last: LastContact; dueAt: string };
/** One wrote often, and no more. */
export type Fading = { person: Person; count: number; since: string };

export type Relations = {
  losing: Kept[];
  keeping: Kept[];
  fading: Fading[];
  birthdays: { person: Person; day: Date }[];
  moves: { person: Person; move: Move }[];
  tags: Record<string, number>;
};

/** So many messages make a correspondence, and so long a silence lets it fade. */
const OFTEN = 6;
const SILENT = 180;
const FADING = 30;
const AHEAD = 21;

export async function readRelations(
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Relations> {
  const tags = (await db.settings.get(SETTINGS_ID))?.keepInTouchTags ?? {};
  const days = birthdaysAhead(now, AHEAD);
  const [kept, born, moves, fading] = await Promise.all([
    peopleKept(db, tags),
    db.people
      .where("contact.birthday")
      .anyOf([...days.keys()])
      .toArray(),
    readMoves(db, now),
    readFading(db, tags, now),
  ]);
  const people = new Map([...kept, ...born].map((person) => [person.id, person]));
  await addPeople(
    db,
    people,
    moves.map(({ personId }) => personId),
  );
  const lastContacts = await readLastContacts(db, kept, tags, now);
  const all = kept.filter(mayContact).flatMap((person): Kept[] => {
    const interval = intervalOf(person, tags);
    if (!interval) return [];
    const last = countedFrom(person, lastContacts.get(person.id));
    const dueAt = new Date(Date.parse(last.at) + interval.days * DAY).toISOString();
    return [{ person, interval, last, dueAt }];
  });
  const at = now.toISOString();
  const byDue = all.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return {
    losing: byDue.filter(({ dueAt }) => dueAt <= at),
    keeping: byDue.filter(({ dueAt }) => dueAt > at),
    fading,
    birthdays: born
      .filter(mayContact)
      .map((person) => ({ person, day: days.get(person.contact?.birthday ?? "")! }))
      .toSorted((a, b) => a.day.getTime() - b.day.getTime()),
    moves: moves
      .flatMap((move) => {
        const person = people.get(move.personId);
        return person && mayContact(person) ? [{ person, move }] : [];
      })
      .toSorted((a, b) => (a.move.at < b.move.at ? 1 : -1)),
    tags,
  };
}

/** Found by keys alone: no message is read. Those with an interval are looked after already. */
async function readFading(
  db: RapportDb,
  tags: Readonly<Record<string, number>>,
  now: Date,
): Promise<Fading[]> {
  const exchanged = new Map<string, { count: number; last: string }>();
  await db.messages.orderBy("[personId+createdAt]").eachKey((key) => {
    const [personId, at] = key as unknown as [string, string];
    const known = exchanged.get(personId);
    exchanged.set(personId, { count: (known?.count ?? 0) + 1, last: at });
  });
  const silent = daysBefore(now, SILENT);
  const often = [...exchanged]
    .filter(([, { count, last }]) => count >= OFTEN && last < silent)
    .toSorted(([, a], [, b]) => b.count - a.count)
    .slice(0, FADING * 2);
  const people = await db.people.bulkGet(often.map(([id]) => id));
  return often
    .flatMap(([, { count, last }], index): Fading[] => {
      const person = people[index];
      if (!person || !mayContact(person) || intervalOf(person, tags)) return [];
      const since = [last, person.lastInteractionAt ?? ""].toSorted().at(-1)!;
      return since < silent ? [{ person, count, since }] : [];
    })
    .slice(0, FADING);
}

/** What there is between the notebook's owner and one person, for their own screen. */
export type Relation = {
  person: Person;
  interval: Interval | undefined;
  last: LastContact | undefined;
  /** What was set for them by hand, the soonest first. */
  reminders: Task[];
};

export async function readRelation(
  personId: string,
  db: RapportDb = openDb(),
): Promise<Relation | undefined> {
  const [person, settings, tasks] = await Promise.all([
    personHere(personId, db),
    db.settings.get(SETTINGS_ID),
    db.tasks.where("personId").equals(personId).toArray(),
  ]);
  if (!person) return undefined;
  const interval = intervalOf(person, settings?.keepInTouchTags ?? {});
  return {
    person,
    interval,
    last: person.lastInteractionAt === undefined ? undefined : countedFrom(person),
    reminders: tasks
      .filter(({ rule, status = "open" }) => !rule && (status === "open" || status === "snoozed"))
      .toSorted((a, b) => ((a.dueAt ?? "") < (b.dueAt ?? "") ? -1 : 1)),
  };
}

/** Null ends it. */
export function setKeepInTouch(
  personId: string,
  days: number | null,
  db: RapportDb = openDb(),
): Promise<Saved> {
  return save(db, [{ table: "people", id: personId, fields: { keepInTouchDays: days } }]);
}

/** For everyone who carries the tag and has no interval of their own. Null ends it. */
export function setKeepInTouchTag(
  tag: string,
  days: number | null,
  db: RapportDb = openDb(),
): Promise<Saved> {
  return save(db, [
    {
      table: "settings",
      id: SETTINGS_ID,
      create: true,
      fields: { [`keepInTouchTags/${tag}`]: days },
    },
  ]);
}

/** Taken back by the person: it stands nowhere any more. */
export function dropReminder(id: string, db: RapportDb = openDb()): Promise<Saved> {
  return save(db, [{ table: "tasks", id, fields: { _del: true } }]);
}
