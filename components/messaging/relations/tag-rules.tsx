import { X } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { IconButton } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { setKeepInTouchTag } from "@/lib/messaging/store/relations";
import { act } from "../desk/card-acts";
import { intervalText } from "../desk/reason-text";
import { IntervalSelect } from "./interval-select";

/** Intervals by tag: for everyone who carries it and has none of their own. */
export function TagRules({
  rules,
  tags,
}: {
  rules: Readonly<Record<string, number>>;
  /** Every tag there is. */
  tags: readonly string[];
}) {
  const [chosen, choose] = useState("");
  const free = tags.filter((tag) => rules[tag] === undefined);
  return (
    <div className="grid grid-cols-1 gap-2 px-3 py-2">
      {Object.entries(rules).map(([tag, days]) => (
        <div key={tag} className="flex items-center gap-2 text-sm">
          <span className="min-w-0 flex-1 truncate font-medium">{tag}</span>
          <IntervalSelect
            label={i18n.t("relations.ruleFor", [tag])}
            days={days}
            onPick={(picked) => void set(tag, picked)}
          />
          <IconButton
            label={i18n.t("relations.dropRule", [tag])}
            onClick={() => void set(tag, null)}
          >
            <X aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      {free.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <Select
            label={i18n.t("relations.addRule")}
            className="min-w-0 flex-1 basis-40"
            value={chosen}
            options={[
              { value: "", label: i18n.t("relations.addRule") },
              ...free.map((tag) => ({ value: tag, label: tag })),
            ]}
            onPick={choose}
          />
          <IntervalSelect
            key={chosen}
            label={i18n.t("relations.ruleFor", [chosen])}
            days={undefined}
            onPick={(days) => {
              if (chosen === "" || days === null) return;
              void set(chosen, days);
              choose("");
            }}
          />
        </div>
      )}
      {free.length === 0 && Object.keys(rules).length === 0 && (
        <p className="text-sm text-ink-faint">{i18n.t("relations.noTags")}</p>
      )}
    </div>
  );
}

function set(tag: string, days: number | null) {
  return act(
    () => setKeepInTouchTag(tag, days),
    days === null
      ? i18n.t("relations.toldRuleEnded", [tag])
      : i18n.t("relations.toldRule", [tag, intervalText(days)]),
  );
}
