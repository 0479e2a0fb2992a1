import { i18n } from "#i18n";
import { say } from "@/components/ui/toast";
import { sentenceOf } from "@/components/ui/sentences";
import { applyUndo } from "@/lib/contacts/store";
import { rememberUndo, takeUndo, type Undoable, type UndoableKind } from "@/lib/contacts/undo";
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
    const undoable = { kind, edits: saved.undo };
    rememberUndo(undoable);
    if (told !== undefined) tellWithUndo(told, undoable);
    return true;
  } catch (error) {
    void say(sentenceOf(error));
    return false;
  }
}

/** Its Undo takes back this, whatever was done since. */
export function tellWithUndo(
  told: string,
  undoable: Undoable,
  onUndone?: (kind: UndoableKind) => void,
): void {
  void say(told, {
    label: i18n.t("common.undo"),
    onClick: () => void undo(undoable).then((kind) => kind && onUndone?.(kind)),
  });
}

/** Takes back the last thing done on this screen, or the one given; says so, and which kind it was. */
export async function undo(which?: Undoable): Promise<UndoableKind | undefined> {
  const taken = takeUndo(which);
  if (!taken) {
    await say(i18n.t("undo.nothing"));
    return undefined;
  }
  try {
    await applyUndo(taken.edits);
    await say(UNDONE[taken.kind]());
    return taken.kind;
  } catch (error) {
    rememberUndo(taken);
    await say(sentenceOf(error));
    return undefined;
  }
}

const UNDONE: Record<UndoableKind, () => string> = {
  apart: () => i18n.t("undo.apart"),
  capture: () => i18n.t("undo.capture"),
  note: () => i18n.t("undo.note"),
  tag: () => i18n.t("undo.tag"),
  field: () => i18n.t("undo.field"),
  erase: () => i18n.t("undo.erase"),
  sent: () => i18n.t("undo.sent"),
  task: () => i18n.t("undo.task"),
  template: () => i18n.t("undo.template"),
};
