import type { Campaign } from "@/lib/model/campaign";
import type { Enrolment } from "@/lib/model/enrolment";
import { daysAfter } from "./due";

type Change = Record<string, string | null>;

/** A step of a sequence was done: the next becomes due after its days, or the sequence is through. */
export function advance(
  { stepId: standing }: Pick<Enrolment, "stepId">,
  { steps = {} }: Pick<Campaign, "steps">,
  { stepId, at }: { stepId: string; at: string },
): Change {
  const done: Change = { [`done/${stepId}`]: at };
  // A step that was passed already is only noted.
  if (standing !== undefined && standing !== stepId && isAfter(standing, stepId, steps))
    return done;
  const ordered = orderOf(steps);
  const next = ordered[ordered.indexOf(stepId) + 1];
  if (!ordered.includes(stepId) || next === undefined)
    return { ...done, stepId, status: "completed", endedAt: at, nextDueAt: null };
  return {
    ...done,
    stepId: next,
    status: "active",
    nextDueAt: daysAfter(at, steps[next]?.delayDays ?? 0),
  };
}

function isAfter(one: string, other: string, steps: NonNullable<Campaign["steps"]>): boolean {
  const ordered = orderOf(steps);
  return ordered.indexOf(one) > ordered.indexOf(other);
}

function orderOf(steps: NonNullable<Campaign["steps"]>): string[] {
  return Object.entries(steps)
    .toSorted(([a, { pos: x }], [b, { pos: y }]) => compare(x, y) || compare(a, b))
    .map(([id]) => id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
