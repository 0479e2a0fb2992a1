import { i18n } from "#i18n";
import { numberText } from "@/components/ui/locale";
import { spending, type Spending } from "@/lib/ai/budget";
import { providersById } from "@/lib/ai/providers/list";
import type { TaskName } from "@/lib/ai/tasks/list";
import { Heading } from "./heading";
import { dollars } from "./money";
import { useCallsOfMonth } from "./queries";

/** This month by provider, model and task: tokens as the providers counted, costs where a price is known. */
export function SpendingTable() {
  const calls = useCallsOfMonth();
  if (!calls) return null;
  const rows = spending(calls);
  return (
    <section className="grid gap-2">
      <Heading>{i18n.t("ai.spending.title")}</Heading>
      {rows.length === 0 ? (
        <p className="text-sm text-ink-faint">{i18n.t("ai.spending.none")}</p>
      ) : (
        <div className="overflow-x-auto" tabIndex={0}>
          <table className="w-full text-left text-sm tabular-nums">
            <thead className="text-xs text-ink-faint">
              <tr className="border-b">
                <th className="py-1 pr-3 font-medium">{i18n.t("ai.model")}</th>
                <th className="py-1 pr-3 font-medium">{i18n.t("ai.spending.task")}</th>
                <th className="py-1 pr-3 text-right font-medium">{i18n.t("ai.spending.calls")}</th>
                <th className="py-1 pr-3 text-right font-medium">{i18n.t("ai.spending.tokens")}</th>
                <th className="py-1 text-right font-medium">{i18n.t("ai.spending.cost")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.provider} ${row.model} ${row.task}`} className="border-b">
                  <td className="py-1 pr-3">
                    <span className="text-ink-faint">
                      {providersById.get(row.provider)?.name} ·{" "}
                    </span>
                    {row.model}
                  </td>
                  <td className="py-1 pr-3">{i18n.t(`ai.tasks.${row.task as TaskName}`)}</td>
                  <td className="py-1 pr-3 text-right">{numberText(row.calls)}</td>
                  <td className="py-1 pr-3 text-right whitespace-nowrap">{tokens(row)}</td>
                  <td className="py-1 text-right whitespace-nowrap">{cost(row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function tokens({ usage }: Spending): string {
  if (!usage) return i18n.t("ai.spending.unknown");
  return `${numberText(usage.input)} → ${numberText(usage.output)}`;
}

/** A sum that leaves calls out says so. */
function cost({ cost: sum, unknown }: Spending): string {
  if (sum === undefined) return i18n.t("ai.spending.unknown");
  return unknown > 0
    ? i18n.t("ai.spending.plusUnknown", [dollars(sum), numberText(unknown)])
    : dollars(sum);
}
