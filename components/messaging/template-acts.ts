import { i18n } from "#i18n";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { language } from "@/components/ui/locale";
import type { Saved } from "@/lib/data/save";
import * as store from "@/lib/messaging/store/templates";
import type { TemplateQuery } from "@/lib/messaging/template-search";
import type { Template } from "@/lib/model/template";
import { saveFile } from "./save-file";
import { tellDone } from "./tell";

/** What one does with templates, each with its way back and with a sentence where it fails. */
async function act(run: () => Promise<Saved>, told: string): Promise<Saved | undefined> {
  try {
    const saved = await run();
    tellDone(told, { kind: "template", edits: saved.undo });
    return saved;
  } catch (error) {
    await say(sentenceOf(error));
    return undefined;
  }
}

/** A new template takes what the list is narrowed to. */
export async function newTemplate(
  query: TemplateQuery,
  onOpen: (id: string | undefined) => void,
): Promise<void> {
  const { form = "message", category = "other", emailType } = query;
  const fields: store.TemplateFields = {
    name: i18n.t("messaging.library.newName"),
    form,
    kind: form === "email" ? "email" : "linkedIn",
    category,
    language: query.language ?? language(),
    content: "",
    ...(form === "email" && { emailType: emailType ?? "custom" }),
  };
  const saved = await act(() => store.saveTemplate({ fields }), i18n.t("messaging.library.added"));
  if (saved) onOpen(saved.ids[0]);
}

export async function copyOf(template: Template, onOpen: (id: string) => void): Promise<void> {
  const name = i18n.t("messaging.library.copyName", [template.name]);
  const saved = await act(
    () => store.duplicateTemplate(template.id, name),
    i18n.t("messaging.library.copied"),
  );
  const id = saved?.ids[0];
  if (id) onOpen(id);
}

export async function erase(template: Template, onGone: () => void): Promise<void> {
  const told = i18n.t("messaging.library.deleted", [template.name]);
  if (await act(() => store.deleteTemplate(template.id), told)) onGone();
}

export async function makeDefault(template: Template): Promise<void> {
  await act(() => store.makeDefault(template.id), i18n.t("messaging.library.madeDefault"));
}

export async function saveAll(now: Date = new Date()): Promise<void> {
  const text = await store.exportTemplates(now);
  saveFile(`rapport-templates-${now.toISOString().slice(0, 10)}.json`, text, "application/json");
}

export async function openFile(file: File | undefined): Promise<void> {
  if (!file) return;
  try {
    const { added, known, unreadable, saved } = await store.importTemplates(await file.text());
    const said = [
      i18n.t("messaging.library.imported", added),
      ...(known > 0 ? [i18n.t("messaging.library.known", known)] : []),
      ...(unreadable > 0 ? [i18n.t("messaging.library.unreadable", unreadable)] : []),
    ].join(" ");
    tellDone(said, { kind: "template", edits: saved.undo });
  } catch (error) {
    await say(sentenceOf(error));
  }
}
