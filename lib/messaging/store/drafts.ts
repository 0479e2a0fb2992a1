import { Dexie } from "dexie";
import { uuidv7 } from "uuidv7";
import { openDb, type RapportDb } from "@/lib/data/db";
import { save, type Edit, type Saved } from "@/lib/data/save";
import type { Message } from "@/lib/model/message";
import { dropKept, readKept, type DraftFields } from "../kept-draft";
import type { MessageForm } from "../limits";

/** The draft to a person that was worked on last. */
export async function readDraft(
  personId: string,
  db: RapportDb = openDb(),
): Promise<Message | undefined> {
  const drafts = await db.messages
    .where("[personId+createdAt]")
    .between([personId, Dexie.minKey], [personId, Dexie.maxKey])
    .filter(({ status }) => status === "draft")
    .toArray();
  return drafts.toSorted((a, b) => ((a.updatedAt ?? "") < (b.updatedAt ?? "") ? 1 : -1))[0];
}

/** The id a draft will have, so that its first save and its second are of one row. */
export function newDraftId(): string {
  return uuidv7();
}

export function saveDraft(
  id: string,
  draft: DraftFields,
  db: RapportDb = openDb(),
  now: number = Date.now(),
): Promise<Saved> {
  const fields = draftFields(draft);
  return save(db, [{ table: "messages", id, create: true, fields }], now);
}

export function discardDraft(id: string, db: RapportDb = openDb()): Promise<Saved> {
  return save(db, [{ table: "messages", id, fields: { _del: true } }]);
}

/** What a closed screen left unsaved goes into the notebook. Returns how many drafts were rescued. */
export async function rescueKept(
  db: RapportDb = openDb(),
  storage: Storage = localStorage,
): Promise<number> {
  const kept = readKept(storage);
  for (const { id, fields } of kept) {
    const isThere = (await db.people.where(":id").equals(fields.personId).count()) > 0;
    // Sent in the meantime from another screen: it is no draft any more.
    const status = (await db.messages.get(id))?.status ?? "draft";
    if (isThere && status === "draft") await saveDraft(id, fields, db);
    dropKept(id, fields, storage);
  }
  return kept.length;
}

/**
 * The person says it was sent: the draft becomes a sent message, the contact a moment in the history, and the
 * template counts one more. One step, and `undo` takes all of it back.
 */
export async function markSent(
  id: string,
  draft: DraftFields,
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Saved> {
  const { personId, form, subject, text, templateId, jobId } = draft;
  const at = now.toISOString();
  const channel = form === "email" ? "email" : "linkedIn";
  const person = await db.people.get(personId);
  const isLater = (person?.lastInteractionAt ?? "") < at;
  const edits: Edit[] = [
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
    ...(templateId && (await db.templates.get(templateId))
      ? [{ table: "templates" as const, id: templateId, fields: { "timesUsed/+": 1 } }]
      : []),
  ];
  return save(db, edits, now.getTime());
}

/** What the person sent in their own words: what a voice is learnt from. The latest come first. */
export async function ownMessages(limit = 300, db: RapportDb = openDb()): Promise<Message[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read from its end
  const latest = db.messages.where("status").equals("sent").reverse();
  return latest
    .filter(({ direction, content }) => direction === "sent" && Boolean(content))
    .limit(limit)
    .toArray();
}

function interactionType(form: MessageForm): string {
  if (form === "email") return "email";
  return form === "note" ? "connectionRequest" : "message";
}

function draftFields(draft: DraftFields): Edit["fields"] {
  const { personId, form, text, subject, format, language, templateId, jobId } = draft;
  return {
    personId,
    form,
    status: "draft",
    content: text,
    subject: subject || null,
    format: format ?? null,
    language,
    templateId: templateId ?? null,
    jobId: jobId ?? null,
  };
}
