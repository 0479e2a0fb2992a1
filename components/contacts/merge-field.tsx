import { useId } from "react";
import { Badge } from "@/components/ui/badge";
import { labelOf } from "@/lib/contacts/changes";
import { fieldLabel } from "@/lib/contacts/field-label";
import type { FieldPlan } from "@/lib/contacts/merging/plan-merge";
import type { Taken } from "@/lib/contacts/merging/settle-field";
import type { Json } from "@/lib/sync/json";
import { i18n } from "#i18n";
import { WHYS } from "./merge-words";

/** One field of two rows: both values, the one that would stand, why, and the choice of the other. */
export function MergeField({
  plan,
  onChoose,
}: {
  plan: FieldPlan;
  onChoose: (takes: Taken) => void;
}) {
  const name = useId();
  const { field, takes, why } = plan;
  return (
    <fieldset className="grid gap-1 border-t pt-2">
      <legend className="float-left mb-1 flex w-full items-baseline justify-between gap-2">
        <span className="font-medium">{fieldLabel(field)}</span>
        <Badge tone={why === "chosen" ? "plum" : "quiet"}>{WHYS[why]()}</Badge>
      </legend>
      <div className="clear-both grid grid-cols-2 gap-2">
        {(["kept", "gone"] as const).map((side) => {
          const isOn = takes === side || takes === "both";
          const value = plan[side];
          return (
            <label
              key={side}
              className="flex min-w-0 cursor-pointer items-start gap-2 rounded-md border px-2 py-1.5 text-ink-soft has-checked:border-plum has-checked:bg-plum-soft has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-plum"
            >
              <input
                type={takes === "both" ? "checkbox" : "radio"}
                name={name}
                className="mt-1 accent-plum"
                checked={isOn}
                disabled={value === undefined}
                onChange={() => onChoose(takes === "both" ? otherOf(side) : side)}
              />
              <span className="min-w-0 flex-1 break-words whitespace-pre-line">
                {value === undefined ? i18n.t("merge.nothing") : valueText(value)}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

const otherOf = (side: "kept" | "gone"): Taken => (side === "kept" ? "gone" : "kept");

const MOST = 6;

function valueText(value: Json): string {
  if (!Array.isArray(value)) return labelOf(value);
  const items = value.map(labelOf).filter(Boolean);
  const more = items.length > MOST ? [i18n.t("merge.more", [items.length - MOST])] : [];
  return [...items.slice(0, MOST), ...more].join("\n");
}
