import { openDb, type RapportDb } from "@/lib/data/db";
import type { Edit, Saved } from "@/lib/data/save";
import { save } from "@/lib/data/save-on-demand";
import type { Template } from "@/lib/model/template";
import { keepOneDefault } from "../default-template";
import type { CarriedTemplate } from "../template-file";
import { templateStats, withAnswers, type TemplateStats } from "../template-stats";

/** What the editor writes; an empty text clears its field. */
export type TemplateFields = { [Field in keyof CarriedTemplate]?: CarriedTemplate[Field] | null };

export function listTemplates(db: RapportDb = openDb()): Promise<Template[]> {
  return db.templates.toArray();
}

export async function readTemplate(
  id: string,
  db: RapportDb = openDb(),
): Promise<Template | undefined> {
  return db.templates.get(id);
}

/** What became of each template's messages: read from them, and from what came back since the first of them. */
export async function allTemplateStats(
  db: RapportDb = openDb(),
): Promise<Map<string, TemplateStats>> {
  const made = await db.messages.where("templateId").above("").toArray();
  const first = made.flatMap(({ sentAt }) => sentAt ?? []).toSorted()[0];
  if (first === undefined) return templateStats(made);
  const people = new Set(made.map(({ personId }) => personId));
  const since = await db.messages
    .where("sentAt")
    .aboveOrEqual(first)
    .filter(({ personId }) => people.has(personId))
    .toArray();
  return templateStats(withAnswers(since));
}

/** A new template, or a change of one. The defaults of its occasion follow in the same step. */
export async function saveTemplate(
  { id, fields }: { id?: string; fields: TemplateFields },
  db: RapportDb = openDb(),
): Promise<Saved> {
  const saved = await save(db, [{ table: "templates", ...(id && { id }), fields: edit(fields) }]);
  return joined(saved, await settleDefaults(db));
}

export async function duplicateTemplate(
  id: string,
  name: string,
  db: RapportDb = openDb(),
): Promise<Saved> {
  const source = await db.templates.get(id);
  const { shortcut: _one, isActive: _on, ...fields } = carriedOf(source);
  return saveTemplate({ fields: { ...fields, name } }, db);
}

export async function deleteTemplate(id: string, db: RapportDb = openDb()): Promise<Saved> {
  const saved = await save(db, [{ table: "templates", id, fields: { _del: true } }]);
  return joined(saved, await settleDefaults(db));
}

export function makeDefault(id: string, db: RapportDb = openDb()): Promise<Saved> {
  return settleDefaults(db, id);
}

export async function exportTemplates(
  now: Date = new Date(),
  db: RapportDb = openDb(),
): Promise<string> {
  const { writeTemplateFile } = await import("../template-file");
  return writeTemplateFile(await listTemplates(db), now);
}

export type Imported = { added: number; known: number; unreadable: number; saved: Saved };

/** @throws AppError("templates-unreadable"); then nothing has changed. */
export async function importTemplates(text: string, db: RapportDb = openDb()): Promise<Imported> {
  const { readTemplateFile } = await import("../template-file");
  const { fresh, known, unreadable } = readTemplateFile(text, await listTemplates(db));
  const edits = fresh.map((fields): Edit => ({ table: "templates", fields: edit(fields) }));
  const saved = await save(db, edits);
  const settled = await settleDefaults(db);
  return { added: fresh.length, known, unreadable, saved: joined(saved, settled) };
}

export function applyUndo(edits: Edit[], db: RapportDb = openDb()): Promise<Saved> {
  return save(db, edits);
}

/** One default for each occasion, whatever was just changed. */
async function settleDefaults(db: RapportDb, wished?: string): Promise<Saved> {
  const edits = keepOneDefault(await listTemplates(db), wished).map(({ id, isDefault }): Edit => ({
    table: "templates",
    id,
    fields: { isDefault },
  }));
  return save(db, edits);
}

/** Undone in the order opposite to that in which it was done. */
function joined(first: Saved, second: Saved): Saved {
  return { ids: first.ids, undo: [...second.undo, ...first.undo] };
}

function edit(fields: TemplateFields): Edit["fields"] {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => {
      if (value === undefined) return [];
      return [[field, value === "" ? null : (value as Edit["fields"][string])]];
    }),
  );
}

function carriedOf(source: Template | undefined): CarriedTemplate {
  const { name = "", kind, form, category, emailType, subject, content, format } = source ?? {};
  const { tone, purpose, language, shortcut, isActive, tags } = source ?? {};
  return {
    name,
    kind,
    form,
    category,
    emailType,
    subject,
    content,
    format,
    tone,
    purpose,
    language,
    shortcut,
    isActive,
    tags,
  };
}
