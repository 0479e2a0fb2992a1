import { i18n } from "#i18n";
import { Select } from "@/components/ui/select";
import { OWN_STAGES, ownStage, type OwnStage } from "@/lib/job-search/stages";
import type { Application } from "@/lib/model/application";
import { moveTo, stageWord } from "./act";

/** Where an application stands, and where it can be put. */
export function StageSelect({ application }: { application: Application }) {
  return (
    <Select
      label={i18n.t("jobSearch.stage")}
      value={ownStage(application)}
      options={OWN_STAGES.map((stage) => ({ value: stage, label: stageWord(stage) }))}
      onPick={(stage) => void moveTo(application.jobId, stage as OwnStage)}
    />
  );
}
