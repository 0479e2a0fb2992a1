import { Check, CloudOff, RefreshCw, TriangleAlert, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import { fullMoment } from "@/components/ui/moment";
import { sentence } from "@/components/ui/sentences";
import { tip } from "@/components/ui/tip";
import { syncLine, type SyncLine as Line } from "@/lib/account/sync-line";
import { useSync } from "./use-sync";

type Look = { icon: ReactNode; tone: string; text: string; more?: string };

/** The state of the sync in a word; its sentence on pointing, and what to do about it on pressing. */
export default function SyncLine({ onOpen }: { onOpen: () => void }) {
  const sync = useSync();
  if (!sync) return null;
  const { icon, tone, text, more } = lookOf(syncLine(sync.status, sync.rejected, sync.departed));
  return (
    <button
      type="button"
      {...tip(more ?? text)}
      aria-label={more === undefined ? text : `${text}. ${more}`}
      onClick={onOpen}
      className={cn(
        "flex h-6.5 min-w-0 items-center gap-1.5 rounded-sm px-1.5 text-xs hover:bg-hover [&_svg]:size-3.5 [&_svg]:shrink-0",
        tone,
      )}
    >
      {icon}
      <span className="truncate">{text}</span>
    </button>
  );
}

function lookOf(line: Line): Look {
  switch (line.is) {
    case "signed-out":
      return {
        icon: <UserRound aria-hidden="true" />,
        tone: "text-ink-faint",
        text: i18n.t("sync.signedOut"),
        more: i18n.t("sync.signedOutMore"),
      };
    case "attention":
      return {
        icon: <TriangleAlert aria-hidden="true" />,
        tone: "text-brick",
        text: i18n.t("sync.attention"),
        more: sentence(line.code),
      };
    case "rejected":
      return {
        icon: <TriangleAlert aria-hidden="true" />,
        tone: "text-brick",
        text: i18n.t("sync.rejected", line.count),
        more: i18n.t("sync.rejectedMore"),
      };
    case "departed":
      return {
        icon: <TriangleAlert aria-hidden="true" />,
        tone: "text-saffron",
        text: i18n.t("sync.departed"),
        more: i18n.t("sync.departedMore"),
      };
    case "offline":
      return {
        icon: <CloudOff aria-hidden="true" />,
        tone: "text-ink-soft",
        text:
          line.waiting > 0 ? i18n.t("sync.offlineWaiting", line.waiting) : i18n.t("sync.offline"),
        more: i18n.t("errors.offline"),
      };
    case "waiting":
      return {
        icon: <RefreshCw aria-hidden="true" />,
        tone: "text-saffron",
        text: line.waiting > 0 ? i18n.t("sync.waiting", line.waiting) : i18n.t("sync.syncing"),
      };
    case "in-step":
      return {
        icon: <Check aria-hidden="true" />,
        tone: "text-moss",
        text: i18n.t("sync.inStep"),
        ...(line.at !== undefined && { more: i18n.t("sync.lastPull", [fullMoment(line.at)]) }),
      };
  }
}
