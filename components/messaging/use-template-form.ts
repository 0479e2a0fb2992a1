import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "@/components/ui/sentences";
import { rememberUndo } from "@/lib/contacts/undo";
import { isShortcut, ownerOf } from "@/lib/messaging/snippets";
import { saveTemplate, type TemplateFields } from "@/lib/messaging/store/templates";
import type { Template } from "@/lib/model/template";
import type { SaveState } from "./use-draft";

const PAUSE = 500;

/** A template under the pen: it saves itself at a pause and on leaving. What cannot stand yet (no name, a shortcut taken) is held back. */
export function useTemplateForm(template: Template, templates: readonly Template[]) {
  const [changes, setChanges] = useState<TemplateFields>({});
  const [state, setState] = useState<SaveState>({ is: "idle" });
  const pending = useRef<TemplateFields>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isUndoable = useRef(false);

  const shown: Template = { ...template, ...present(changes) };
  const shortcut = shown.shortcut ?? "";
  const owner = shortcut === "" ? undefined : ownerOf(shortcut, templates, template.id);
  const problems = {
    name: shown.name.trim() === "",
    shortcut: shortcut !== "" && (owner !== undefined || !isShortcut(shortcut)),
  };

  const flush = async () => {
    clearTimeout(timer.current);
    const fields = pending.current;
    if (Object.keys(fields).length === 0) return;
    pending.current = {};
    try {
      const saved = await saveTemplate({ id: template.id, fields });
      // One undo takes back one sitting, not one pause.
      if (!isUndoable.current) rememberUndo({ kind: "template", edits: saved.undo });
      isUndoable.current = true;
      setState({ is: "saved" });
    } catch (error) {
      pending.current = { ...fields, ...pending.current };
      setState({ is: "failed", why: sentenceOf(error) });
    }
  };

  useEffect(() => {
    const onHide = () => document.visibilityState === "hidden" && void flush();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      void flush();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `flush` reads only refs; the editor has a key per template
  }, []);

  const change = (fields: TemplateFields) => {
    setChanges({ ...changes, ...fields });
    const isTaken =
      fields.shortcut != null &&
      fields.shortcut !== "" &&
      (!isShortcut(fields.shortcut) || ownerOf(fields.shortcut, templates, template.id));
    const isNameless = fields.name != null && fields.name.trim() === "";
    if (isTaken || isNameless) return;
    pending.current = { ...pending.current, ...fields };
    setState({ is: "typing" });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE);
  };

  return { shown, state, problems, owner, change };
}

function present(fields: TemplateFields): Partial<Template> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, value ?? undefined]),
  );
}
