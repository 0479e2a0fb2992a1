import { i18n } from "#i18n";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { numberText } from "@/components/ui/locale";
import { Moment } from "@/components/ui/moment";
import type { ImportRecord } from "@/lib/import/import-record";

const STATES: Record<ImportRecord["state"], { text: () => string; tone: Tone }> = {
  writing: { text: () => i18n.t("import.states.writing"), tone: "saffron" },
  done: { text: () => i18n.t("import.states.done"), tone: "moss" },
  stopped: { text: () => i18n.t("import.states.stopped"), tone: "saffron" },
  undone: { text: () => i18n.t("import.states.undone"), tone: "quiet" },
};

/** Imports made here, each with the way to take it back. */
export function History({
  records,
  onUndo,
}: {
  records: readonly ImportRecord[];
  onUndo: (id: string) => void;
}) {
  if (records.length === 0) return null;
  return (
    <section aria-labelledby="import-history" className="mx-auto grid max-w-160 gap-2 px-4 pb-8">
      <h3 id="import-history" className="text-sm font-medium">
        {i18n.t("import.history")}
      </h3>
      <ul className="divide-y rounded-md border bg-surface">
        {records.map(({ id, at, names, state, written }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-sm">
            <span className="min-w-0 flex-1 basis-40 wrap-anywhere">{names.join(", ")}</span>
            <span className="text-ink-faint tabular-nums">
              <Moment at={at} /> · {i18n.t("import.wrote", written, [numberText(written)])}
            </span>
            <Badge tone={STATES[state].tone}>{STATES[state].text()}</Badge>
            {state !== "undone" && written > 0 && (
              <Button size="sm" onClick={() => onUndo(id)}>
                {i18n.t("common.undo")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
