import { BookmarkPlus, RefreshCw } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useReadOnly } from "@/components/ui/read-only";
import { tip } from "@/components/ui/tip";
import { Spinner } from "@/components/ui/spinner";

export function CaptureButton({
  isSaved,
  isBusy,
  keys,
  onCapture,
}: {
  isSaved: boolean;
  isBusy: boolean;
  /** As the browser knows the shortcut; empty when the person took it away. */
  keys: string;
  onCapture: () => void;
}) {
  const why = useReadOnly("people");
  const isOff = isBusy || why !== undefined;
  const Icon = isSaved ? RefreshCw : BookmarkPlus;
  return (
    <div className="flex items-center gap-3">
      <Button
        variant={isSaved ? "plain" : "primary"}
        size={isSaved ? "md" : "lg"}
        aria-busy={isBusy}
        aria-disabled={isOff}
        {...(why !== undefined ? tip(why) : keys !== "" && tip(keys))}
        onClick={() => !isOff && onCapture()}
      >
        {isBusy ? <Spinner /> : <Icon aria-hidden="true" />}
        {isSaved ? i18n.t("page.captureAgain") : i18n.t("page.capture")}
      </Button>
      {!isSaved && why === undefined && keys !== "" && <Kbd keys={keys} />}
    </div>
  );
}
