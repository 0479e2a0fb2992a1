import { Dexie } from "dexie";
import { uuidv7 } from "uuidv7";
import { openDb, type RapportDb } from "@/lib/data/db";
import type { Edit, Saved } from "@/lib/data/save";
import { save } from "@/lib/data/save-on-demand";
import { findStaged } from "@/lib/data/staged";
import type { Message } from "@/lib/model/message";
import { dropKept, readKept, type DraftFields } from "../kept-draft";

/** The draft to a person that was worked on last. */
export async function readDraft(
  personId: string,
  db: RapportDb = openDb(),
): Promise<Message | undefined> {
  const drafts = await draftsTo(db, personId);
  return drafts.toSorted((a, b) => ((a.updatedAt ?? "") < (b.updatedAt ?? "") ? 1 : -1))[0];
}

export function draftsTo(db: RapportDb, personId: string): Promise<Message[]> {
  return db.messages
    .where("[personId+createdAt]")
    .between([personId, Dexie.minKey], [personId, Dexie.maxKey])
    .filter(({ status }) => status === "draft")
    .toArray();
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
    const { personId } = fields;
    const isThere = (await db.people.get(personId)) ?? (await findStaged(db, "people", personId));
    // Sent in the meantime from another screen: it is no draft any more.
    const status = (await db.messages.get(id))?.status ?? "draft";
    if (isThere && status === "draft") await saveDraft(id, fields, db);
    dropKept(id, fields, storage);
  }
  return kept.length;
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

export function draftFields(draft: DraftFields): Edit["fields"] {
  const { personId, form, text, subject, format, language, farewell } = draft;
  const { templateId, jobId, taskId } = draft;
  return {
    personId,
    form,
    status: "draft",
    content: text,
    subject: subject || null,
    format: format ?? null,
    language,
    farewell: farewell ?? null,
    templateId: templateId ?? null,
    jobId: jobId ?? null,
    ...(taskId && { taskId }),
  };
}
