import { Star } from "lucide-react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { numberText } from "@/components/ui/locale";
import { outlineOf } from "@/lib/messaging/language/outline";
import type { TemplateEntry } from "@/lib/messaging/template-search";
import type { TemplateStats } from "@/lib/messaging/template-stats";
import type { Template } from "@/lib/model/template";
import { categoryOptions, emailTypeOptions } from "./template-words";
import { formOptions, variableWord, type Option } from "./words";

export function TemplateList({
  entries,
  stats,
  openId,
  onOpen,
}: {
  entries: readonly TemplateEntry[];
  stats: ReadonlyMap<string, TemplateStats> | undefined;
  openId: string | undefined;
  onOpen: (id: string) => void;
}) {
  return (
    <ul className="min-h-0 flex-1 divide-y overflow-y-auto">
      {entries.map(({ template }) => (
        // Rows out of sight are not laid out: 500 of them scroll like 20.
        <li
          key={template.id}
          className="[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]"
        >
          <button
            type="button"
            aria-current={template.id === openId}
            onClick={() => onOpen(template.id)}
            className="focus-inset grid w-full gap-0.5 px-3 py-2 text-left transition-colors hover:bg-hover aria-[current=true]:bg-plum-soft"
          >
            <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
              <span
                className={cn(
                  "min-w-0 max-w-full truncate text-sm font-medium",
                  template.isActive === false && "text-ink-faint line-through",
                )}
              >
                {template.name}
              </span>
              {template.isDefault && (
                <Star
                  role="img"
                  aria-label={i18n.t("messaging.library.isDefault")}
                  className="size-3.5 shrink-0 fill-current text-saffron"
                />
              )}
              {template.shortcut !== undefined && (
                <code className="font-mono text-xs text-plum">/{template.shortcut}</code>
              )}
              <span className="flex max-w-full gap-1 max-sm:order-last max-sm:w-full sm:ml-auto">
                <Badge>{occasion(template)}</Badge>
                {template.language !== undefined && <Badge>{template.language}</Badge>}
              </span>
            </span>
            <span className="truncate text-sm text-ink-soft">
              {outlineOf(template.content ?? "", variableWord)}
            </span>
            <StatsLine stats={stats?.get(template.id)} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What became of the messages written from it: counts always, rates only when they mean something. */
export function StatsLine({ stats }: { stats: TemplateStats | undefined }) {
  if (!stats || stats.used === 0)
    return <span className="text-xs text-ink-faint">{i18n.t("messaging.stats.unused")}</span>;
  const { used, replied, successRate, replyHours } = stats;
  return (
    <span className="text-xs text-ink-faint tabular-nums">
      {[
        i18n.t("messaging.stats.used", used, [numberText(used)]),
        i18n.t("messaging.stats.replied", replied, [numberText(replied)]),
        successRate === undefined
          ? i18n.t("messaging.stats.notEnough")
          : i18n.t("messaging.stats.rate", [numberText(Math.round(successRate * 100))]),
        ...(replyHours === undefined ? [] : [replyText(replyHours)]),
      ].join(" · ")}
    </span>
  );
}

function replyText(hours: number): string {
  if (hours < 48)
    return i18n.t("messaging.stats.hours", [numberText(Math.max(1, Math.round(hours)))]);
  return i18n.t("messaging.stats.days", [numberText(Math.round(hours / 24))]);
}

function occasion({ form = "message", category, emailType }: Template): string {
  const kind = emailType
    ? wordOf(emailType, emailTypeOptions())
    : wordOf(category, categoryOptions());
  return [wordOf(form, formOptions()), kind].filter(Boolean).join(" · ");
}

function wordOf(value: string | undefined, options: readonly Option[]): string | undefined {
  return options.find((one) => one.value === value)?.label;
}
