import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import { numberText } from "@/components/ui/locale";
import type { Length } from "@/lib/messaging/limits";

/** Characters used of those a platform takes; loud only when it is too much. */
export function LengthMeter({ label, length }: { label: string; length: Length }) {
  const { used, limit, over } = length;
  const share = Math.min(1, used / limit);
  return (
    <span
      className={cn(
        "inline-flex shrink-0 items-center gap-1.5 text-xs tabular-nums",
        over > 0 ? "font-medium text-brick" : "text-ink-faint",
      )}
    >
      <span aria-hidden="true" className="h-1 w-12 overflow-hidden rounded-full bg-hover">
        <span
          className={cn("block h-full rounded-full", over > 0 ? "bg-brick" : "bg-line-strong")}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className="sr-only">{label}: </span>
      {i18n.t("messaging.length", [numberText(used), numberText(limit)])}
    </span>
  );
}
