import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { numberText } from "@/components/ui/locale";
import { Segmented } from "@/components/ui/segmented";
import type { Choices } from "@/lib/import/choices";
import { lineKey, VERDICTS, type Verdict } from "@/lib/import/line";
import type { Plan } from "@/lib/import/plan";
import type { ImportPort, OpenedView } from "@/lib/import/port";
import { FileList } from "./file-list";
import { LineList } from "./line-list";
import { Options } from "./options";
import { PlanNews } from "./plan-news";
import { verdictText } from "./words";

/** What the import would do, line by line, before it does anything. */
export function DryRun({
  port,
  opened,
  plan,
  choices,
  onAnswers,
  onPlan,
  onRun,
  onLeave,
}: {
  port: ImportPort;
  opened: OpenedView;
  plan: Plan;
  choices: Choices;
  /** What does not change what is read: no new dry run is needed. */
  onAnswers: (choices: Choices) => void;
  onPlan: (choices: Choices) => void;
  onRun: () => void;
  onLeave: () => void;
}) {
  const [verdict, setVerdict] = useState<Verdict>(() => firstOf(plan));
  const isNothing = plan.rows === 0 && plan.counts.doubtful === 0;

  return (
    <div className="mx-auto grid max-w-200 grid-cols-[minmax(0,1fr)] gap-4 px-4 py-4">
      <header className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h3 className="title text-xl">{i18n.t("import.planTitle")}</h3>
          <p className="text-sm text-ink-soft">
            {isNothing ? nothingText(plan) : i18n.t("import.planLead")}
          </p>
        </div>
        <div className="flex gap-2">
          <Button onClick={onLeave}>{i18n.t("common.cancel")}</Button>
          <Button variant="primary" disabled={isNothing} onClick={onRun}>
            {i18n.t("import.go", plan.rows, [numberText(plan.rows)])}
          </Button>
        </div>
      </header>

      <PlanNews {...plan} />

      <section aria-label={i18n.t("import.planTitle")} className="rounded-lg border bg-surface">
        <div className="border-b p-2">
          <Segmented
            className="relative flex-wrap"
            label={i18n.t("import.planTitle")}
            value={verdict}
            onChange={setVerdict}
            options={VERDICTS.map((one) => ({
              value: one,
              label: verdictText(one),
              count: numberText(plan.counts[one]),
            }))}
          />
        </div>
        <LineList
          key={verdict}
          port={port}
          opened={opened}
          verdict={verdict}
          count={plan.counts[verdict]}
          answers={choices.answers}
          doubts={choices.doubts}
          onAnswer={(line, answer) =>
            onAnswers({
              ...choices,
              answers: new Map(choices.answers).set(lineKey(line), answer),
            })
          }
        />
      </section>

      <Options plan={plan} choices={choices} onAnswers={onAnswers} onPlan={onPlan} />

      <section aria-labelledby="import-files" className="grid gap-2">
        <h3 id="import-files" className="text-sm font-medium">
          {i18n.t("import.files")}
        </h3>
        <FileList opened={opened} reports={plan.files} choices={choices} onChoices={onPlan} />
      </section>
    </div>
  );
}

function nothingText({ kept, counts }: Plan): string {
  if (counts.same === 0) return i18n.t("import.nothingRead");
  return i18n.t(kept > 0 ? "import.nothingButKept" : "import.nothingToDo");
}

/** What one looks at first: what needs a word, then what there is more of. */
function firstOf({ counts }: Plan): Verdict {
  if (counts.doubtful > 0) return "doubtful";
  if (counts.new + counts.changed > 0) return counts.changed > counts.new ? "changed" : "new";
  return counts.refused > 0 ? "refused" : "same";
}
