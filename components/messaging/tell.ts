import { i18n } from "#i18n";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { rememberUndo, takeUndo, type Undoable } from "@/lib/contacts/undo";
import { applyUndo } from "@/lib/messaging/store/templates";

/** A text took another's place: said, with the way back. */
export function tellReplaced(undo: () => void): void {
  void say(i18n.t("messaging.replaced"), { label: i18n.t("common.undo"), onClick: undo });
}

/** Something was written: said, and taken back from here or by the screen's key, whichever comes first. */
export function tellDone(told: string, undoable: Undoable): void {
  rememberUndo(undoable);
  void say(told, { label: i18n.t("common.undo"), onClick: () => void undo(undoable) });
}

async function undo(undoable: Undoable): Promise<void> {
  const taken = takeUndo(undoable);
  if (!taken) return say(i18n.t("undo.nothing"));
  try {
    await applyUndo(taken.edits);
  } catch (error) {
    rememberUndo(taken);
    await say(sentenceOf(error));
  }
}
