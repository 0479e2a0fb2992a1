import type { Choices } from "./choices";
import type { Policy } from "./compare";
import type { Ledger, PlannedEdit } from "./ledger";
import type { Line } from "./line";

export type Decision = { lines: Line[]; edits: PlannedEdit[] };

export type Deciding = {
  ledger: Ledger;
  choices: Choices;
  policy: Policy;
  source: number;
  newId: () => string;
};

/** Where a line stands, and what it is known by. */
export function baseLine(draft: { line: number; label: string }, source: number) {
  return { source, line: draft.line, label: draft.label };
}
