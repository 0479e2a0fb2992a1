import { i18n } from "#i18n";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Choices } from "@/lib/import/choices";
import type { OnConflict } from "@/lib/import/compare";
import type { Answer } from "@/lib/import/line";
import type { Plan } from "@/lib/import/plan";
import { answers } from "./line-row";

/** The few questions an import has. */
export function Options({
  plan,
  choices,
  onAnswers,
  onPlan,
}: {
  plan: Plan;
  choices: Choices;
  onAnswers: (choices: Choices) => void;
  onPlan: (choices: Choices) => void;
}) {
  return (
    <section
      aria-label={i18n.t("import.options")}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 sm:grid-cols-2"
    >
      <Field label={i18n.t("import.conflict")} hint={i18n.t("import.conflictHint")}>
        {(ids) => (
          <Select
            {...ids}
            value={choices.onConflict}
            options={[
              { value: "file", label: i18n.t("import.conflictFile") },
              { value: "mine", label: i18n.t("import.conflictMine") },
            ]}
            onPick={(value) => onPlan({ ...choices, onConflict: value as OnConflict })}
          />
        )}
      </Field>
      {plan.counts.doubtful > 0 && (
        <Field label={i18n.t("import.doubts")}>
          {(ids) => (
            <Select
              {...ids}
              value={choices.doubts}
              options={answers()}
              onPick={(value) => onAnswers({ ...choices, doubts: value as Answer })}
            />
          )}
        </Field>
      )}
      {plan.lost.length > 0 && !plan.isOther && (
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={choices.markLost}
            onChange={() => onPlan({ ...choices, markLost: !choices.markLost })}
          />
          {i18n.t("import.markLost")}
        </label>
      )}
    </section>
  );
}
