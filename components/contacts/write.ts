import { i18n } from "#i18n";
import { say } from "@/components/ui/toast";
import { sentenceOf } from "@/components/ui/sentences";
import { applyUndo } from "@/lib/contacts/store";
import { keepUndo, rememberUndo, takeUndo, type UndoableKind } from "@/lib/contacts/undo";
import type { Saved } from "@/lib/data/save";

type WriteOptions = {
  kind: UndoableKind;
  /** Said with an Undo beside it; without it the edit shows for itself and `u` still takes it back. */
  told?: string;
};

/** Writes, remembers how to take it back, and says what went wrong. True when it was saved. */
export async function write(
  run: () => Promise<Saved>,
  { kind, told }: WriteOptions,
): Promise<boolean> {
  try {
    const saved = await run();
    rememberUndo({ kind, edits: saved.undo });
    if (told !== undefined) void say(told, { label: i18n.t("common.undo"), onClick: undoLast });
    return true;
  } catch (error) {
    void say(sentenceOf(error));
    return false;
  }
}

export async function undoLast(): Promise<void> {
  const last = takeUndo();
  if (!last) return say(i18n.t("undo.nothing"));
  try {
    await applyUndo(last.edits);
    await say(UNDONE[last.kind]());
  } catch (error) {
    keepUndo(last);
    await say(sentenceOf(error));
  }
}

const UNDONE: Record<UndoableKind, () => string> = {
  capture: () => i18n.t("undo.capture"),
  note: () => i18n.t("undo.note"),
  tag: () => i18n.t("undo.tag"),
  field: () => i18n.t("undo.field"),
  erase: () => i18n.t("undo.erase"),
  sent: () => i18n.t("undo.sent"),
  template: () => i18n.t("undo.template"),
};
