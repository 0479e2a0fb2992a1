import HealthCheck from "@/components/capture/truth/health-check";
import type { Snapshot } from "@/lib/capture/snapshot/tree";
import { AppError } from "@/lib/platform/app-error";
import { runInTab } from "@/lib/platform/run-in-tab";
import { InPlace } from "./in-place";
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
    <InPlace autoFocus onBack={onBack}>
      <HealthCheck
        key={page?.url}
        onLook={page && isRead ? () => takeSnapshot(page.tabId) : undefined}
      />
    </InPlace>
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
