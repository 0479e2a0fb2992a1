import { i18n } from "#i18n";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { Saved } from "@/lib/data/save";
import { applyUndo } from "@/lib/contacts/store";
import { rememberUndo, takeUndo } from "@/lib/contacts/undo";
import { moveOwnApplication } from "@/lib/job-search/store";
import type { OwnStage } from "@/lib/job-search/stages";

export function stageWord(stage: OwnStage | "shortlisted"): string {
  return i18n.t(`jobSearch.stages.${stage}`);
}

export function moveTo(jobId: string, stage: OwnStage) {
  return act(() => moveOwnApplication(jobId, stage), i18n.t("jobSearch.told", [stageWord(stage)]));
}

/** Writes and says so with the way back, or says what went wrong. */
export async function act(run: () => Promise<Saved>, told: string): Promise<void> {
  try {
    const { undo: edits } = await run();
    const undoable = { kind: "field" as const, edits };
    rememberUndo(undoable);
    const takeBack = async () => {
      const taken = takeUndo(undoable);
      if (taken) await applyUndo(taken.edits);
    };
    await say(told, {
      label: i18n.t("common.undo"),
      onClick: () => void takeBack().catch((error: unknown) => say(sentenceOf(error))),
    });
  } catch (error) {
    await say(sentenceOf(error));
  }
}
