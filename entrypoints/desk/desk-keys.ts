import { i18n } from "#i18n";
import { dueKeys } from "@/components/messaging/due-keys";
import type { KeyGroup } from "@/components/ui/help-sheet";
import { modKey } from "@/components/ui/use-shortcuts";

export function deskKeys(): KeyGroup[] {
  return [
    {
      title: i18n.t("keys.list"),
      keys: [
        { keys: "/", does: i18n.t("keys.search") },
        { keys: "j", does: i18n.t("keys.down") },
        { keys: "k", does: i18n.t("keys.up") },
        { keys: "Enter", does: i18n.t("keys.open") },
        { keys: "Esc", does: i18n.t("keys.back") },
      ],
    },
    {
      title: i18n.t("keys.opened"),
      keys: [
        { keys: "m", does: i18n.t("messaging.write") },
        { keys: "n", does: i18n.t("keys.note") },
        { keys: "t", does: i18n.t("keys.tag") },
        { keys: "r", does: i18n.t("relations.remind") },
        { keys: "u", does: i18n.t("keys.undo") },
        { keys: `${modKey()}+K`, does: i18n.t("palette.title") },
        { keys: "?", does: i18n.t("keys.help") },
      ],
    },
    dueKeys(),
  ];
}
