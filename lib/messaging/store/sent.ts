import { openDb, type RapportDb } from "@/lib/data/db";
import { save, type Edit, type Saved } from "@/lib/data/save";
import type { Message } from "@/lib/model/message";
import type { Task } from "@/lib/model/task";
import { AppError } from "@/lib/platform/app-error";
import { uuidv7 } from "uuidv7";
import { sameWords } from "../same-words";
import { advance } from "../due/advance";
import type { DraftFields } from "../kept-draft";
import type { MessageForm } from "../limits";
import { draftFields, draftsTo } from "./drafts";

/** What went out: the message or the task it was for, when, and what was said where that is not what was drafted. */
export type Sent = {
  messageId?: string;
  taskId?: string;
  at: string;
  text?: string;
  /** What the screen holds, which may be newer than the row. */
  draft?: DraftFields;
};

/**
 * A message was sent, as the person says or a captured conversation shows: the draft becomes a sent message,
 * the contact a moment in the history, its task is done and its sequence moves on. One step, and `undo` takes
 * all of it back; a second time does nothing.
 * @throws AppError("unknown-row") where neither message nor task says to whom
 */
export async function markSent(
  db: RapportDb,
  { messageId, taskId, at, text, draft }: Sent,
): Promise<Saved> {
  const asked = taskId ? await db.tasks.get(taskId) : undefined;
  const id = messageId ?? asked?.messageId ?? uuidv7();
  const message = await db.messages.get(id);
  if (message && isOut(message)) return { ids: [id], undo: [] };
  const known = draft ?? draftOfRow(message) ?? draftOfTask(asked);
  if (!known) throw new AppError("unknown-row", { table: "messages", id });
  const fields = { ...known, text: text ?? known.text };
  const tasks = await tasksOf(db, id, known.personId, [asked, message?.taskId, draft?.taskId]);
  return save(db, [
    ...(await messageEdits(db, id, fields, message, at)),
    ...(await Promise.all(tasks.map((task) => taskEdits(db, task, id, at)))).flat(),
  ]);
}

/** As the person says on the screen it was written on. */
export function markDraftSent(
  messageId: string,
  draft: DraftFields,
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Saved> {
  return markSent(db, { messageId, at: now.toISOString(), draft });
}

/** The draft to this person that says these words: what a captured conversation shows as sent. */
export async function draftSaying(
  db: RapportDb,
  personId: string,
  text: string,
): Promise<Message | undefined> {
  const drafts = await draftsTo(db, personId);
  return drafts.find(({ content }) => content !== undefined && sameWords(content, text));
}

function isOut({ status }: Message): boolean {
  return status === "sent" || status === "delivered" || status === "read";
}

async function messageEdits(
  db: RapportDb,
  id: string,
  draft: DraftFields,
  message: Message | undefined,
  at: string,
): Promise<Edit[]> {
  const { personId, form, subject, text, jobId } = draft;
  const channel = form === "email" ? "email" : "linkedIn";
  const person = await db.people.get(personId);
  const isLater = (person?.lastInteractionAt ?? "") < at;
  const campaign = message?.campaignId;
  return [
    {
      table: "messages",
      id,
      create: true,
      fields: {
        ...draftFields(draft),
        status: "sent",
        direction: "sent",
        channel,
        sentAt: at,
        ...(campaign && { campaignId: campaign }),
      },
    },
    {
      table: "interactions",
      fields: {
        personId,
        type: interactionType(form),
        at,
        direction: "sent",
        channel,
        content: text,
        messageId: id,
        ...(subject && { subject }),
        ...(jobId && { jobId }),
      },
    },
    ...(person && isLater
      ? [{ table: "people" as const, id: personId, fields: { lastInteractionAt: at } }]
      : []),
  ];
}

async function taskEdits(
  db: RapportDb,
  task: Task,
  messageId: string,
  at: string,
): Promise<Edit[]> {
  const done: Edit = {
    table: "tasks",
    id: task.id,
    fields: { status: "done", doneAt: at, messageId },
  };
  const enrolment = task.enrolmentId ? await db.enrolments.get(task.enrolmentId) : undefined;
  if (!enrolment || !task.stepId) return [done];
  const campaign = await db.campaigns.get(enrolment.campaignId);
  const fields = advance(enrolment, campaign ?? {}, { stepId: task.stepId, at });
  return [done, { table: "enrolments", id: enrolment.id, fields }];
}

async function tasksOf(
  db: RapportDb,
  messageId: string,
  personId: string,
  named: readonly (Task | string | undefined)[],
): Promise<Task[]> {
  const ids = named.filter((one): one is string => typeof one === "string");
  const rows = (await db.tasks.bulkGet(ids)).filter((task) => task !== undefined);
  const given = named.filter((one): one is Task => typeof one === "object");
  const alike = await db.tasks
    .where("personId")
    .equals(personId)
    .filter((task) => task.messageId === messageId)
    .toArray();
  const open = [...given, ...rows, ...alike].filter(
    ({ status }) => status !== "done" && status !== "skipped",
  );
  return [...new Map(open.map((task) => [task.id, task])).values()];
}

function draftOfRow(message: Message | undefined): DraftFields | undefined {
  if (!message) return undefined;
  const { personId, form = "message", content = "", subject, format, language = "" } = message;
  const { templateId, jobId, taskId } = message;
  return {
    personId,
    form,
    text: content,
    language,
    ...(subject && { subject }),
    ...(format && { format }),
    ...(templateId && { templateId }),
    ...(jobId && { jobId }),
    ...(taskId && { taskId }),
  };
}

function draftOfTask(task: Task | undefined): DraftFields | undefined {
  if (!task?.personId) return undefined;
  const { id, personId, kind, templateId, jobId } = task;
  return {
    personId,
    form: formOf(kind),
    text: "",
    language: "",
    taskId: id,
    ...(templateId && { templateId }),
    ...(jobId && { jobId }),
  };
}

function formOf(kind: Task["kind"]): MessageForm {
  if (kind === "email") return "email";
  return kind === "connectionRequest" ? "note" : "message";
}

function interactionType(form: MessageForm): string {
  if (form === "email") return "email";
  return form === "note" ? "connectionRequest" : "message";
}
