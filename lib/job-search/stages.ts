import type { Application } from "@/lib/model/application";

export type Stage = NonNullable<Application["stage"]>;

/** Where one's own application can stand, in the order in which it goes. Being shortlisted is another's to say. */
export const OWN_STAGES = [
  "saved",
  "applied",
  "screening",
  "assessment",
  "interview",
  "offer",
  "hired",
  "rejected",
  "withdrawn",
] as const satisfies readonly Stage[];
export type OwnStage = (typeof OWN_STAGES)[number];

/** Nothing more is to come. */
export function isOver(stage: Stage): boolean {
  return stage === "hired" || stage === "rejected" || stage === "withdrawn";
}

/** The stage as one's own applications know it. */
export function ownStage({ stage = "saved" }: Pick<Application, "stage">): OwnStage {
  return stage === "shortlisted" ? "screening" : stage;
}
