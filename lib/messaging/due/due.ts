import { computedId } from "@/lib/contacts/computed-id";
import type { Application } from "@/lib/model/application";
import type { Interaction } from "@/lib/model/interaction";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";
import type { Task } from "@/lib/model/task";
import type { Conversation } from "../conversation";

export type DueRule = NonNullable<Task["rule"]>;
export type TaskKind = NonNullable<Task["kind"]>;

/** Where a reason stands on record, so that a reader can look. */
export type Ground = { table: "people" | "messages" | "interactions" | "applications"; id: string };

/** Why somebody is due, in facts; the screen says it in words. `at` is the moment it counts from. */
export type Reason =
  | { rule: "answer" | "followUp"; at: string; on: Ground; text?: string }
  | { rule: "thank"; at: string; on: Ground; what: Interaction["type"] }
  | { rule: "birthday"; at: string; on: Ground }
  | { rule: "jobChange"; at: string; on: Ground; company?: string; position?: string }
  | { rule: "toApply" | "application"; at: string; on: Ground; job?: string; company?: string }
  | { rule: "keepInTouch"; at: string; on: Ground; days: number; tag?: string }
  | { rule: "byHand" | "campaign"; at: string; title: string; notes?: string };

/** One thing to do about one person (or one job). */
export type Due = {
  /** The id its task has, or would have: the same on every device. */
  taskId: string;
  kind: TaskKind;
  reason: Reason;
  dueAt: string;
  personId?: string;
  jobId?: string;
  applicationId?: string;
  /** The row, once somebody touched it. */
  task?: Task;
};

/** Somebody moved, as a capture or an import saw it. */
export type Move = { personId: string; at: string; company?: string; position?: string };

/** When one last had to do with somebody, and where that stands. */
export type LastContact = { at: string; on: Ground };

/** What the rules look at: the rows that could make something due, and no others. */
export type Scene = {
  now: Date;
  people: ReadonlyMap<string, Person>;
  conversations: ReadonlyMap<string, Conversation>;
  /** Of the last days. */
  interactions: readonly Interaction[];
  moves: readonly Move[];
  /** One's own, at somebody's. */
  applications: readonly Application[];
  jobs: ReadonlyMap<string, Job>;
  lastContacts: ReadonlyMap<string, LastContact>;
  keepInTouchTags: Readonly<Record<string, number>>;
  followUpDays: number;
};

export type Rule = (scene: Scene) => Due[];

export const DAY = 86_400_000;

/** A rule names what it found by what it is about: found twice, on two devices, it is one task. */
export function dueId(rule: DueRule, ...about: readonly string[]): string {
  return computedId("due", rule, ...about);
}

export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY).toISOString();
}

export function daysAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * DAY).toISOString();
}
