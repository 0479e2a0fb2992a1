import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import type { ExportProgress } from "@/lib/export/export-port";

/** One way out: what it is for, and the button. While it is written, how far it is and the way to stop. */
export function Format({
  title,
  more,
  isDisabled,
  writing,
  onMake,
  onStop,
  children,
}: {
  title: string;
  more: string;
  isDisabled: boolean;
  writing: { progress?: ExportProgress } | undefined;
  onMake: () => void;
  onStop: () => void;
  children?: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="grid min-w-0 flex-1 basis-60 gap-1.5">
        <h3 className="text-sm font-medium">{title}</h3>
        <p className="text-sm text-ink-soft">{more}</p>
        {children}
      </div>
      {writing ? (
        <div className="flex items-center gap-2">
          <span role="status" className="text-sm text-ink-faint tabular-nums">
            {i18n.t("export.making", [percentOf(writing.progress)])}
          </span>
          <Button onClick={onStop}>{i18n.t("export.stop")}</Button>
        </div>
      ) : (
        <Button
          aria-label={`${i18n.t("export.make")}: ${title}`}
          disabled={isDisabled}
          onClick={onMake}
        >
          {i18n.t("export.make")}
        </Button>
      )}
    </li>
  );
}

function percentOf(progress: ExportProgress | undefined): number {
  return progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
}
