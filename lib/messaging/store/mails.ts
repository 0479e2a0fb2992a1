import { Dexie } from "dexie";
import { openDb, type RapportDb } from "@/lib/data/db";
import { save, type Saved } from "@/lib/data/save";
import type { Message } from "@/lib/model/message";
import { SETTINGS_ID } from "@/lib/model/settings-id";
import type { FarewellTime } from "../mail/farewell";
import { workingHours, type WorkingHours } from "../schedule/working-hours";

/** Mails as the notebook has them: what waits, what came of what was sent, and what one may answer. */

/** Every mail that waits or did not arrive, the next one first. */
export async function openMails(db: RapportDb = openDb()): Promise<Message[]> {
  const found = await db.messages.where("status").anyOf("scheduled", "failed").toArray();
  return found.filter(({ channel }) => channel === "email").toSorted(byMoment);
}

/** The mails with one person, the latest first. */
export async function mailsWith(personId: string, db: RapportDb = openDb()): Promise<Message[]> {
  const found = await db.messages
    .where("[personId+createdAt]")
    .between([personId, Dexie.minKey], [personId, Dexie.maxKey])
    .filter(({ channel, status }) => channel === "email" && status !== "draft")
    .toArray();
  return found.toSorted((a, b) => byMoment(b, a));
}

/** When the row was made and when it last changed: a mail's standing is written after both. */
export async function mailRow(
  id: string,
  db: RapportDb = openDb(),
): Promise<{ createdAt: string; updatedAt?: string } | undefined> {
  const row = await db.messages.get(id);
  return row && { createdAt: row.createdAt, ...(row.updatedAt && { updatedAt: row.updatedAt }) };
}

/** A mail that did not arrive becomes the draft it was, to be written on and sent again. */
export function takeUpAgain(id: string, db: RapportDb = openDb()): Promise<Saved> {
  const fields = { status: "draft", failureReason: null, bounce: null, sentAt: null };
  return save(db, [{ table: "messages", id, fields }]);
}

const USUAL_HOURS: WorkingHours = { days: [1, 2, 3, 4, 5], from: "09:00", until: "18:00" };

/** The hours one keeps oneself are those one takes others to keep, each by their own clock. */
export async function readHours(db: RapportDb = openDb()): Promise<WorkingHours> {
  const own = await db.settings.get(SETTINGS_ID);
  const read = workingHours.safeParse({
    days: own?.workDays ?? USUAL_HOURS.days,
    from: own?.workFrom ?? USUAL_HOURS.from,
    until: own?.workUntil ?? USUAL_HOURS.until,
  });
  return read.data ?? USUAL_HOURS;
}

export async function readFarewellTime(db: RapportDb = openDb()): Promise<FarewellTime> {
  return (await db.settings.get(SETTINGS_ID))?.mailFarewell ?? "selling";
}

export function saveFarewellTime(when: FarewellTime, db: RapportDb = openDb()): Promise<Saved> {
  return save(db, [
    { table: "settings", id: SETTINGS_ID, create: true, fields: { mailFarewell: when } },
  ]);
}

function byMoment(a: Message, b: Message): number {
  return momentOf(a).localeCompare(momentOf(b));
}

function momentOf({ scheduledFor, sentAt, createdAt }: Message): string {
  return sentAt ?? scheduledFor ?? createdAt;
}
