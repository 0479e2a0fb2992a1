import type { TableName } from "@/lib/model/tables";
import type { Change } from "./compare";
import type { Refusal } from "./draft";
import type { Likeness } from "./people-index";

export const VERDICTS = ["new", "changed", "same", "doubtful", "refused"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What one line of a file comes to. */
export type Line = {
  source: number;
  line: number;
  verdict: Verdict;
  label: string;
  table?: TableName;
  /** The row it is about, where that row was there before. */
  id?: string;
  changes?: readonly Change[];
  /** Where the file says something else and the notebook stays as it is: typed by the user, or known since. */
  kept?: readonly Change[];
  /** Why it is refused, or doubtful. */
  why?: Refusal | Likeness;
  detail?: string;
  /** Whom it may be about. */
  candidate?: { id: string; label: string };
};

export type LineKey = `${number}:${number}`;

export function lineKey({ source, line }: { source: number; line: number }): LineKey {
  return `${source}:${line}`;
}

/** What the person says of a doubtful line; without a word it is kept apart, so that nothing is mixed up. */
export type Answer = "same" | "apart" | "leaveOut";
