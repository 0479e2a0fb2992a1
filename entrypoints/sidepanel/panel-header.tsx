import {
  CircleHelp,
  CircleUserRound,
  EllipsisVertical,
  HeartPulse,
  LayoutList,
  Send,
  Settings,
} from "lucide-react";
import { Suspense } from "react";
import { i18n } from "#i18n";
import { themeEntry } from "@/components/account/theme";
import { IconButton } from "@/components/ui/button";
import { lazyLater } from "@/components/ui/lazy-later";
import { Mark } from "@/components/ui/mark";
import { Menu } from "@/components/ui/menu";
import { useTheme } from "@/components/ui/theme-choice";
import { openPage } from "./open-page";

const SyncLine = lazyLater(() => import("@/components/account/sync-line"));
const Switcher = lazyLater(() => import("@/components/workspaces/switcher"));

export function PanelHeader({
  onWork,
  onHealth,
  onHelp,
}: {
  onWork: () => void;
  onHealth: () => void;
  onHelp: () => void;
}) {
  const theme = useTheme();
  return (
    <header className="group sticky top-0 z-20 flex h-11 items-center gap-2 border-b bg-canvas pr-1.5 pl-3">
      <Mark />
      <h1 className="title text-lg group-has-data-switcher:max-[24rem]:sr-only">Rapport</h1>
      <Suspense>
        <Switcher onManage={() => openPage("/options.html#teams")} />
      </Suspense>
      <div className="flex min-w-0 flex-1 justify-end">
        <Suspense>
          <SyncLine onOpen={() => openPage("/desk.html#sync")} />
        </Suspense>
      </div>
      <IconButton label={i18n.t("due.work")} aria-keyshortcuts="w" onClick={onWork}>
        <Send aria-hidden="true" />
      </IconButton>
      <Menu
        trigger={
          <IconButton label={i18n.t("common.menu")}>
            <EllipsisVertical aria-hidden="true" />
          </IconButton>
        }
        entries={[
          {
            kind: "item",
            icon: <LayoutList aria-hidden="true" />,
            label: i18n.t("panel.openDesk"),
            onSelect: () => openPage("/desk.html"),
          },
          {
            kind: "item",
            icon: <HeartPulse aria-hidden="true" />,
            label: i18n.t("health.title"),
            onSelect: onHealth,
          },
          {
            kind: "item",
            icon: <CircleUserRound aria-hidden="true" />,
            label: i18n.t("panel.account"),
            onSelect: () => openPage("/options.html#account"),
          },
          {
            kind: "item",
            icon: <Settings aria-hidden="true" />,
            label: i18n.t("panel.settings"),
            onSelect: () => openPage("/options.html"),
          },
          {
            kind: "item",
            icon: <CircleHelp aria-hidden="true" />,
            label: i18n.t("keys.title"),
            keys: "?",
            onSelect: onHelp,
          },
          { kind: "line" },
          themeEntry(theme),
        ]}
      />
    </header>
  );
}
