import type { Edit } from "@/lib/data/save";

export type UndoableKind = "capture" | "note" | "tag" | "field" | "erase" | "sent" | "template";
export type Undoable = { kind: UndoableKind; edits: Edit[] };

const DEPTH = 50;
const stack: Undoable[] = [];

/** What was done on this screen, newest last; it ends with the screen. */
export function rememberUndo(undoable: Undoable): void {
  if (undoable.edits.length === 0) return;
  stack.push(undoable);
  if (stack.length > DEPTH) stack.shift();
}

export function takeUndo(): Undoable | undefined {
  return stack.pop();
}

/** Puts back what could not be undone. */
export function keepUndo(undoable: Undoable): void {
  stack.push(undoable);
}
