import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { tip } from "@/components/ui/tip";
import type { Due } from "@/lib/messaging/due/due";
import type { Card } from "@/lib/messaging/due/queue";
import { kindWord, reasonSource, reasonText } from "./reason-text";

/** What to do and why; the record behind each reason is one glance away. */
export function Reasons({ card }: { card: Card }) {
  const { notes } = card.task ?? {};
  return (
    <section aria-label={i18n.t("due.why")} className="grid gap-1">
      <ReasonLine due={card} isFirst />
      {notes !== undefined && notes !== "" && (
        <p className="text-sm whitespace-pre-line text-ink-soft">{notes}</p>
      )}
      {card.also.map((due) => (
        <ReasonLine key={due.taskId} due={due} />
      ))}
    </section>
  );
}

function ReasonLine({ due, isFirst }: { due: Due; isFirst?: true }) {
  const source = reasonSource(due.reason);
  return (
    <p className="flex items-baseline gap-2 text-sm">
      <Badge tone={isFirst ? "plum" : "quiet"} className="shrink-0">
        {kindWord(due.kind)}
      </Badge>
      <button
        type="button"
        aria-label={[reasonText(due.reason), ...source].join(". ")}
        className="cursor-help rounded-sm text-left text-ink-soft underline decoration-line-strong decoration-dotted underline-offset-3"
        {...tip(...source)}
      >
        {reasonText(due.reason)}
      </button>
    </p>
  );
}
