import type { Application } from "@/lib/model/application";
import { dueId, daysAfter, daysBefore, type Due, type Scene } from "../due";

/** A job one saved is decided on after two days. */
const TO_APPLY = 2;
/** An application one has not heard of is asked about after ten. */
const TO_ASK = 10;
const WINDOW = 60;

export function application(scene: Scene): Due[] {
  return scene.applications.flatMap((one) => {
    if (one.direction !== "sent") return [];
    if (one.stage === "saved") return dueAbout(one, scene, "toApply", TO_APPLY, one.createdAt);
    if (one.stage !== "applied") return [];
    const at = one.appliedAt ?? one.stageChangedAt ?? one.createdAt;
    return dueAbout(
      one,
      scene,
      "application",
      TO_ASK,
      at.length === 10 ? `${at}T09:00:00.000Z` : at,
    );
  });
}

function dueAbout(
  one: Application,
  { now, people, jobs }: Scene,
  rule: "toApply" | "application",
  days: number,
  at: string,
): Due[] {
  if (at > daysBefore(now, days) || at < daysBefore(now, WINDOW)) return [];
  const job = jobs.get(one.jobId);
  const personId = one.personId && people.has(one.personId) ? one.personId : undefined;
  return [
    {
      taskId: dueId(rule, one.id),
      kind: rule === "toApply" ? "apply" : "followUp",
      ...(personId && { personId }),
      jobId: one.jobId,
      applicationId: one.id,
      dueAt: daysAfter(at, days),
      reason: {
        rule,
        at,
        on: { table: "applications", id: one.id },
        ...(job && { job: job.title }),
        ...(job?.companyName && { company: job.companyName }),
      },
    },
  ];
}
