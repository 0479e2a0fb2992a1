import { ArrowLeft } from "lucide-react";
import { i18n } from "#i18n";
import HealthCheck from "@/components/capture/truth/health-check";
import { Button } from "@/components/ui/button";
import type { Snapshot } from "@/lib/capture/snapshot/tree";
import { AppError } from "@/lib/platform/app-error";
import { runInTab } from "@/lib/platform/run-in-tab";
import type { Page } from "./use-page";

/** Which sections of the page beside the panel read today. */
export default function HealthScreen({
  page,
  onBack,
}: {
  page: Page | undefined;
  onBack: () => void;
}) {
  const kind = page?.address.kind;
  const isRead = kind === "profile" || kind === "job";
  return (
    <div className="grid grid-cols-1 gap-3 p-3">
      <Button
        autoFocus
        variant="ghost"
        size="sm"
        className="-ml-1 justify-self-start"
        onClick={onBack}
      >
        <ArrowLeft aria-hidden="true" />
        {i18n.t("common.back")}
      </Button>
      <HealthCheck
        key={page?.url}
        onLook={page && isRead ? () => takeSnapshot(page.tabId) : undefined}
      />
    </div>
  );
}

/** @throws AppError("unreadable") where the browser lets no script in. */
async function takeSnapshot(tabId: number): Promise<Snapshot> {
  try {
    return (await runInTab(tabId, "capture-snapshot.js")) as Snapshot;
  } catch (cause) {
    throw new AppError("unreadable", {}, { cause });
  }
}
