import { i18n } from "#i18n";
import { Select } from "@/components/ui/select";
import { intervalText } from "../desk/reason-text";

const CHOICES = [14, 30, 90, 180, 365];

/** How long a silence may be. What was typed elsewhere as a number of days stays a choice. */
export function IntervalSelect({
  label,
  days,
  fallback,
  className,
  onPick,
}: {
  label: string;
  days: number | undefined;
  /** What holds where nothing is chosen here. */
  fallback?: string;
  className?: string;
  onPick: (days: number | null) => void;
}) {
  const choices = days === undefined || CHOICES.includes(days) ? CHOICES : [...CHOICES, days];
  return (
    <Select
      label={label}
      value={days === undefined ? "" : String(days)}
      options={[
        { value: "", label: capital(fallback ?? i18n.t("relations.noInterval")) },
        ...choices
          .toSorted((a, b) => a - b)
          .map((one) => ({
            value: String(one),
            label: capital(intervalText(one)),
          })),
      ]}
      className={className}
      onPick={(value) => onPick(value === "" ? null : Number(value))}
    />
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
