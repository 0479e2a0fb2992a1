import { i18n } from "#i18n";
import { numberText } from "@/components/ui/locale";
import type { Choices } from "@/lib/import/choices";
import type { FileReport } from "@/lib/import/plan";
import type { OpenedView, SourceView } from "@/lib/import/port";
import { exportFileText } from "./export-files";
import { RefusedFiles } from "./start";
import { kindText, problemText } from "./words";

/** What was found in what was dropped; each file may be left out. */
export function FileList({
  opened,
  reports,
  choices,
  onChoices,
}: {
  opened: OpenedView;
  reports: readonly FileReport[];
  choices: Choices;
  onChoices: (choices: Choices) => void;
}) {
  return (
    <div className="grid gap-3 text-sm">
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-x-4 sm:grid-cols-2">
        {opened.sources.map((source) => (
          <FileLine
            key={source.index}
            source={source}
            report={reports.find((one) => one.source === source.index)}
            choices={choices}
            onChoices={onChoices}
          />
        ))}
      </ul>
      {opened.refused.length > 0 && (
        <div className="text-brick">
          <p className="font-medium">{i18n.t("import.refusedFiles")}</p>
          <RefusedFiles files={opened.refused} />
        </div>
      )}
      {opened.passedOver.length > 0 && (
        <details className="text-ink-faint">
          <summary>
            {i18n.t("import.passedOver", opened.passedOver.length, [opened.passedOver.length])}
          </summary>
          <p className="break-words">{opened.passedOver.join(", ")}</p>
        </details>
      )}
    </div>
  );
}

function FileLine({
  source,
  report,
  choices,
  onChoices,
}: {
  source: SourceView;
  report: FileReport | undefined;
  choices: Choices;
  onChoices: (choices: Choices) => void;
}) {
  const isWanted = choices.wanted.has(source.index);
  const lines = report ? Object.values(report.counts).reduce((sum, one) => sum + one, 0) : 0;
  return (
    <li className="grid min-w-0 content-start gap-0.5 py-1">
      <label className="flex min-w-0 items-center gap-2">
        <input
          type="checkbox"
          checked={isWanted}
          onChange={() => onChoices({ ...choices, wanted: toggled(choices.wanted, source.index) })}
        />
        <span className="min-w-0 flex-1 wrap-anywhere" title={source.path}>
          {nameOf(source)}
        </span>
        <span className="shrink-0 text-ink-faint tabular-nums">
          {isWanted && lines > 0 && i18n.t("import.lines", lines, [numberText(lines)])}
        </span>
      </label>
      {source.isOptional && !isWanted && (
        <p className="pl-6 text-xs text-ink-faint">{i18n.t("import.optionalFile")}</p>
      )}
      {source.kind === "resume" && isWanted && (
        <label className="flex items-center gap-2 pl-6">
          <input
            type="checkbox"
            checked={choices.own.has(source.index)}
            onChange={() => onChoices({ ...choices, own: toggled(choices.own, source.index) })}
          />
          {i18n.t("import.isOwn")}
        </label>
      )}
      {report?.problem && (
        <p className="pl-6 text-xs text-brick">{problemText(report.problem, report.detail)}</p>
      )}
    </li>
  );
}

function nameOf({ exportFile, kind, path }: SourceView): string {
  if (exportFile !== undefined) return exportFileText(exportFile);
  return `${kindText(kind)} · ${path.split("/").at(-1) ?? path}`;
}

function toggled(set: ReadonlySet<number>, index: number): Set<number> {
  const next = new Set(set);
  if (!next.delete(index)) next.add(index);
  return next;
}
