import { Radio, Square } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";

/** The watcher of the list is on: what it does, and the way to end it. */
export function WatchIsOn({ onStop }: { onStop: () => void }) {
  return (
    <div
      role="status"
      className="flex items-center gap-2 rounded-md bg-plum-soft py-1.5 pr-1.5 pl-3"
    >
      <Radio aria-hidden="true" className="size-4 shrink-0 text-plum" />
      <p className="min-w-0 flex-1 text-sm font-medium text-plum">{i18n.t("watch.on")}</p>
      <Button size="sm" onClick={onStop}>
        <Square aria-hidden="true" />
        {i18n.t("watch.stop")}
      </Button>
    </div>
  );
}

/** Off until it is turned on here. */
export function WatchStart({ onStart }: { onStart: () => void }) {
  return (
    <div className="grid justify-items-start gap-1 border-t border-line pt-3">
      <Button onClick={onStart}>
        <Radio aria-hidden="true" />
        {i18n.t("watch.start")}
      </Button>
      <p className="text-xs text-pretty text-ink-faint">{i18n.t("watch.startHint")}</p>
    </div>
  );
}
