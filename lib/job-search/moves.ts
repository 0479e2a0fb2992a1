import type { Edit } from "@/lib/data/save";
import type { Application } from "@/lib/model/application";
import { ownStage, type OwnStage, type Stage } from "./stages";

export type Move = { id: string; from?: Stage; to: Stage; at: string };

/** What to write where an application goes to another stage; nothing where it stands there already. */
export function moveFields(
  application: Application | undefined,
  { id, to, at }: { id: string; to: OwnStage; at: string },
): Edit["fields"] {
  const from = application && ownStage(application);
  if (from === to) return {};
  return {
    stage: to,
    stageChangedAt: at,
    [`history/${id}`]: { ...(from && { from }), to, at },
    ...(to !== "saved" && application?.appliedAt === undefined && { appliedAt: at }),
  };
}

/** How it came to where it stands, the first move first. What was brought in has a stage and no way to it. */
export function movesOf({ history = {}, stageChangedAt, ...application }: Application): Move[] {
  const moves = Object.entries(history)
    .map(([id, { from, to, at }]): Move => ({ id, to, at, ...(from && { from }) }))
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  const [first] = moves;
  const { createdAt, appliedAt, id } = application;
  if (first?.from === undefined && first) return moves;
  const to = first?.from ?? ownStage(application);
  const at = to === "saved" ? createdAt : (appliedAt ?? stageChangedAt ?? createdAt);
  return [{ id, to, at: first && at > first.at ? first.at : at }, ...moves];
}
