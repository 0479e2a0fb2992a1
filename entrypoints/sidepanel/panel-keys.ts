import { i18n } from "#i18n";
import { dueKeys } from "@/components/messaging/due-keys";
import type { KeyGroup } from "@/components/ui/help-sheet";
import type { CommandKeys } from "./use-page";

export function panelKeys({ capture, write }: CommandKeys): KeyGroup[] {
  return [
    {
      title: i18n.t("keys.page"),
      keys: [
        ...(capture === "" ? [] : [{ keys: capture, does: i18n.t("keys.capture") }]),
        ...(write === "" ? [] : [{ keys: write, does: i18n.t("commands.write") }]),
        { keys: "m", does: i18n.t("messaging.write") },
        { keys: "w", does: i18n.t("due.work") },
        { keys: "n", does: i18n.t("keys.note") },
        { keys: "t", does: i18n.t("keys.tag") },
        { keys: "r", does: i18n.t("relations.remind") },
        { keys: "u", does: i18n.t("keys.undo") },
      ],
    },
    {
      title: i18n.t("keys.list"),
      keys: [
        { keys: "/", does: i18n.t("keys.search") },
        { keys: "j", does: i18n.t("keys.down") },
        { keys: "k", does: i18n.t("keys.up") },
        { keys: "Enter", does: i18n.t("keys.open") },
        { keys: "Esc", does: i18n.t("keys.back") },
        { keys: "?", does: i18n.t("keys.help") },
      ],
    },
    dueKeys(),
  ];
}
