import { uuidv7 } from "uuidv7";
import { openDb, type RapportDb } from "@/lib/data/db";
import { moveFields } from "@/lib/job-search/moves";
import { save, type Edit, type Saved } from "@/lib/data/save";
import { SETTINGS_ID } from "@/lib/model/settings-id";
import type { Task } from "@/lib/model/task";
import type { Due, TaskKind } from "../due/due";
import { dueByRule, queueOf, type Card } from "../due/queue";
import { budgetFrom, sendBudget, usualLimits, type Limits, type Meter } from "../send-budget";
import { addPeople, dueTasks, readScene } from "./scene";

/** What is due, in order. */
export async function readQueue(db: RapportDb = openDb(), now: Date = new Date()): Promise<Card[]> {
  const [scene, due] = await Promise.all([readScene(db, now), dueTasks(db, now)]);
  const found = dueByRule(scene);
  const touched = await db.tasks.bulkGet(found.map(({ taskId }) => taskId));
  const tasks = new Map<string, Task>();
  for (const task of [...due, ...touched]) if (task) tasks.set(task.id, task);
  const people = new Map(scene.people);
  await addPeople(
    db,
    people,
    due.flatMap(({ personId }) => personId ?? []),
  );
  return queueOf(found, [...tasks.values()], { ...scene, people });
}

/** A due action and what it is called where only its row is left. */
export type Touched = { due: Due; title: string };

/** It is worked on: its row stands, so that whatever marks the message as sent finds it. */
export function beginDue(
  touched: readonly Touched[],
  messageId: string,
  db: RapportDb = openDb(),
): Promise<Saved> {
  return save(
    db,
    touched.map((one) => taskEdit(one, { messageId, status: one.due.task?.status ?? "open" })),
  );
}

/** Done or let go. Whoever is done with applying has applied: their application says so in the same step. */
export async function finishDue(
  touched: readonly Touched[],
  status: "done" | "skipped",
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Saved> {
  const doneAt = now.toISOString();
  const toApply = touched.flatMap(({ due: { kind, applicationId } }) =>
    status === "done" && kind === "apply" && applicationId ? [applicationId] : [],
  );
  const applications = await db.applications.bulkGet(toApply);
  return save(
    db,
    [
      ...touched.map((one) => taskEdit(one, { status, doneAt })),
      ...applications
        .filter((one) => one?.stage === "saved")
        .map((one): Edit => {
          const fields = moveFields(one, { id: uuidv7(), to: "applied", at: doneAt });
          return { table: "applications", id: one!.id, fields };
        }),
    ],
    now.getTime(),
  );
}

export function snoozeDue(
  touched: readonly Touched[],
  until: string,
  db: RapportDb = openDb(),
): Promise<Saved> {
  return save(
    db,
    touched.map((one) => taskEdit(one, { status: "snoozed", snoozedUntil: until, dueAt: until })),
  );
}

/** By hand: to write to somebody, at a time. */
export function remind(
  {
    personId,
    title,
    at,
    kind = "message",
    notes,
  }: { personId: string; title: string; at: string; kind?: TaskKind; notes?: string },
  db: RapportDb = openDb(),
): Promise<Saved> {
  return save(db, [
    {
      table: "tasks",
      fields: {
        title,
        kind,
        personId,
        dueAt: at,
        status: "open",
        timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(notes && { notes }),
      },
    },
  ]);
}

/** They said no: no queue and no campaign has them any more. What was under way ends in the same step. */
export async function setMayContact(
  personId: string,
  isAllowed: boolean,
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Saved> {
  const person: Edit = { table: "people", id: personId, fields: { doNotContact: !isAllowed } };
  if (isAllowed) return save(db, [person]);
  const at = now.toISOString();
  const [enrolments, tasks] = await Promise.all([
    db.enrolments.where("personId").equals(personId).toArray(),
    db.tasks.where("personId").equals(personId).toArray(),
  ]);
  return save(db, [
    person,
    ...enrolments
      .filter(({ status = "waiting" }) => status === "waiting" || status === "active")
      .map(({ id }): Edit => ({
        table: "enrolments",
        id,
        fields: { status: "stopped", endedAt: at, endReason: "doNotContact", nextDueAt: null },
      })),
    ...tasks
      .filter(({ status = "open" }) => status === "open" || status === "snoozed")
      .map(({ id }): Edit => ({
        table: "tasks",
        id,
        fields: { status: "skipped", doneAt: at, result: "doNotContact" },
      })),
  ]);
}

/** What was sent of late, against what one wants to stay under. */
export async function readBudget(
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Meter[]> {
  const from = budgetFrom(now);
  const [settings, messages, invitations] = await Promise.all([
    db.settings.get(SETTINGS_ID),
    db.messages.where("sentAt").aboveOrEqual(from).toArray(),
    db.interactions
      .where("at")
      .aboveOrEqual(from)
      .filter(({ type, direction }) => type === "connectionRequest" && direction !== "received")
      .toArray(),
  ]);
  const limits = settings?.sendLimits ?? usualLimits(settings?.linkedInAccount ?? "free");
  return sendBudget(
    messages,
    invitations.map(({ at }) => at),
    limits,
    now,
  );
}

/** An absent limit is none. */
export function saveLimits(limits: Limits, db: RapportDb = openDb()): Promise<Saved> {
  const names = ["notesPerMonth", "invitationsPerWeek", "messagesPerDay"] as const;
  const fields = names.map((name) => [`sendLimits/${name}`, limits[name] ?? null] as const);
  return save(db, [
    { table: "settings", id: SETTINGS_ID, create: true, fields: Object.fromEntries(fields) },
  ]);
}

function taskEdit({ due, title }: Touched, fields: Edit["fields"]): Edit {
  const { taskId, kind, reason, personId, jobId, applicationId, dueAt } = due;
  if (due.task) return { table: "tasks", id: taskId, fields };
  const rule = reason.rule === "byHand" || reason.rule === "campaign" ? undefined : reason.rule;
  return {
    table: "tasks",
    id: taskId,
    create: true,
    fields: {
      title,
      kind,
      dueAt,
      ...(rule && { rule }),
      ...(personId && { personId }),
      ...(jobId && { jobId }),
      ...(applicationId && { applicationId }),
      ...fields,
    },
  };
}
