import { Gauge } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import { numberText } from "@/components/ui/locale";
import type { Meter } from "@/lib/messaging/send-budget";
import { useBudget } from "./queries";

const LimitsDialog = lazy(() => import("./limits-dialog"));

/** What went out of late beside what one wants to stay under. It states; it never scolds and never stops anybody. */
export function BudgetMeter({ className }: { className?: string }) {
  const meters = useBudget();
  const [isOpen, setOpen] = useState(false);
  if (!meters) return null;
  return (
    <>
      <button
        type="button"
        title={i18n.t("due.budget.title")}
        onClick={() => setOpen(true)}
        className={cn(
          "flex items-start gap-x-2 rounded-sm text-left text-xs text-ink-faint hover:text-ink",
          className,
        )}
      >
        <Gauge aria-hidden="true" className="mt-px size-3.5 shrink-0" />
        <span className="flex flex-wrap gap-x-3 gap-y-1">
          {meters.map((meter) => (
            <MeterLine key={meter.what} meter={meter} />
          ))}
        </span>
      </button>
      <Suspense>
        {isOpen && <LimitsDialog meters={meters} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}

function MeterLine({ meter }: { meter: Meter }) {
  const { used, limit } = meter;
  const isReached = limit !== undefined && used >= limit;
  return (
    <span className={cn("inline-flex items-center gap-1.5 tabular-nums", isReached && "text-ink")}>
      {i18n.t(`due.budget.${meter.what}`)}{" "}
      <span>
        {limit === undefined ? numberText(used) : `${numberText(used)}/${numberText(limit)}`}
      </span>
      {limit !== undefined && limit > 0 && (
        <span aria-hidden="true" className="h-1 w-8 overflow-hidden rounded-full bg-line">
          <span
            className="block h-full rounded-full bg-plum/60"
            style={{ width: `${Math.min(100, (used / limit) * 100)}%` }}
          />
        </span>
      )}
    </span>
  );
}
