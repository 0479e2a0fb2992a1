import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { Progress } from "@/lib/import/plan";

/** Something that takes its time: how far it is, and a way to stop it where stopping is safe. */
export function Working({
  title,
  progress,
  onStop,
}: {
  title: string;
  progress?: Progress | undefined;
  onStop?: () => void;
}) {
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  const percent = share === undefined ? undefined : Math.min(100, Math.floor(share * 100));
  return (
    <div className="mx-auto grid max-w-120 justify-items-center gap-3 px-4 py-16 text-center">
      <p className="flex items-center gap-2 text-base" role="status">
        <Spinner className="text-plum" />
        {title}
      </p>
      <progress
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-hover [&::-moz-progress-bar]:bg-plum [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-plum"
        aria-label={title}
        {...(percent !== undefined && { value: percent, max: 100 })}
      />
      <p className="h-5 text-sm text-ink-faint tabular-nums">
        {percent !== undefined && i18n.t("import.ofTotal", [percent])}
      </p>
      {onStop && <Button onClick={onStop}>{i18n.t("import.stop")}</Button>}
    </div>
  );
}
