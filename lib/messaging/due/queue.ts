import type { Person } from "@/lib/model/person";
import type { Task } from "@/lib/model/task";
import { mayContact } from "../may-contact";
import type { Due, DueRule, Reason, Scene } from "./due";
import { rules } from "./rules/list";

/** One card of the Send Desk: what is to be done first, and what else speaks for the same person. */
export type Card = Due & { person?: Person; also: readonly Due[] };

/** What comes first. A reminder one set oneself, then who waits, then what does not keep. */
const WEIGHT: Record<Reason["rule"], number> = {
  byHand: 90,
  answer: 80,
  birthday: 70,
  thank: 65,
  campaign: 60,
  toApply: 50,
  application: 45,
  jobChange: 40,
  followUp: 30,
  keepInTouch: 20,
};
const FINISHED = new Set<Task["status"]>(["done", "skipped", "failed"]);
/** These hold only while the facts do: somebody who has answered needs no reminder, snoozed or not. */
const OF_THE_MOMENT = new Set<DueRule>([
  "answer",
  "followUp",
  "keepInTouch",
  "thank",
  "toApply",
  "application",
]);

/** Everything the rules find, by the id its task has. */
export function dueByRule(scene: Scene): Due[] {
  return rules.flatMap((rule) => rule(scene));
}

/**
 * What to do now, in order, one card a person. `tasks` are the rows that stand for what rules found, and those
 * that are due by themselves. Nobody who is not to be contacted is in it, whatever found them.
 */
export function queueOf(found: readonly Due[], tasks: readonly Task[], scene: Scene): Card[] {
  const rows = new Map(tasks.map((task) => [task.id, task]));
  const ids = new Set(found.map(({ taskId }) => taskId));
  const own = tasks.filter(({ id, rule }) => !ids.has(id) && !(rule && OF_THE_MOMENT.has(rule)));
  const all = [
    ...found.map((due): Due => {
      const task = rows.get(due.taskId);
      return task ? { ...due, task } : due;
    }),
    ...own.map(dueOfTask),
  ];
  const open = all
    .filter(({ task }) => !task || isOpen(task, scene.now))
    .filter(({ personId }) => {
      if (personId === undefined) return true;
      const person = scene.people.get(personId);
      return person !== undefined && mayContact(person);
    })
    .toSorted(compare);
  return gathered(open, scene);
}

export function isOpen({ status, snoozedUntil, dueAt }: Task, now: Date): boolean {
  if (FINISHED.has(status)) return false;
  const at = now.toISOString();
  if (status === "snoozed") return (snoozedUntil ?? "") <= at;
  return (dueAt ?? "") <= at;
}

function dueOfTask(task: Task): Due {
  const { id, kind = "other", title, notes, dueAt, createdAt, campaignId } = task;
  return {
    taskId: id,
    kind,
    task,
    dueAt: dueAt ?? createdAt,
    ...(task.personId && { personId: task.personId }),
    ...(task.jobId && { jobId: task.jobId }),
    ...(task.applicationId && { applicationId: task.applicationId }),
    reason: {
      rule: campaignId ? "campaign" : "byHand",
      at: createdAt,
      title,
      ...(notes && { notes }),
    },
  };
}

/** One card a person: the rest stands beneath. A campaign's step is a card of its own, for its text is given. */
function gathered(open: readonly Due[], { people }: Scene): Card[] {
  const cards = new Map<string, Due[]>();
  for (const due of open) {
    const isOwnCard = due.personId === undefined || due.reason.rule === "campaign";
    const key = isOwnCard ? due.taskId : due.personId!;
    const group = cards.get(key);
    if (group) group.push(due);
    else cards.set(key, [due]);
  }
  return [...cards.values()].map(([first, ...also]) => {
    const person = first!.personId === undefined ? undefined : people.get(first!.personId);
    return { ...first!, ...(person && { person }), also };
  });
}

function compare(a: Due, b: Due): number {
  const byWeight = WEIGHT[b.reason.rule] - WEIGHT[a.reason.rule];
  if (byWeight !== 0) return byWeight;
  if (a.dueAt === b.dueAt) return a.taskId < b.taskId ? -1 : 1;
  return a.dueAt < b.dueAt ? -1 : 1;
}
