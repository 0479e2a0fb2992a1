import type { Edit } from "@/lib/data/save";

export type UndoableKind =
  | "apart"
  | "capture"
  | "note"
  | "tag"
  | "field"
  | "erase"
  | "sent"
  | "task"
  | "template";
export type Undoable = { kind: UndoableKind; edits: Edit[] };

const DEPTH = 50;
let stack: Undoable[] = [];

/** What was done on this screen, newest last; it ends with the screen. */
export function rememberUndo(undoable: Undoable): void {
  if (undoable.edits.length === 0) return;
  stack = [...stack, undoable].slice(-DEPTH);
}

/** The last thing done, or the one asked for while it has not been taken back yet. */
export function takeUndo(which: Undoable | undefined = stack.at(-1)): Undoable | undefined {
  const taken = stack.find((undoable) => undoable === which);
  stack = stack.filter((undoable) => undoable !== which);
  return taken;
}
