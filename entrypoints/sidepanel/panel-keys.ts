import { i18n } from "#i18n";
import type { KeyGroup } from "@/components/ui/help-sheet";

export function panelKeys(capture: string): KeyGroup[] {
  return [
    {
      title: i18n.t("keys.page"),
      keys: [
        ...(capture === "" ? [] : [{ keys: capture, does: i18n.t("keys.capture") }]),
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
    {
      title: i18n.t("due.title"),
      keys: [
        { keys: "j", does: i18n.t("due.next") },
        { keys: "k", does: i18n.t("due.previous") },
        { keys: "o", does: i18n.t("due.copyAndOpen") },
        { keys: "s", does: i18n.t("messaging.sent.mark") },
        { keys: "d", does: i18n.t("due.done") },
        { keys: "z", does: i18n.t("due.snooze") },
        { keys: "x", does: i18n.t("due.skip") },
        { keys: "N", does: i18n.t("due.never") },
        { keys: "a", does: i18n.t("inbox.answer") },
        { keys: "l", does: i18n.t("keys.tag") },
      ],
    },
  ];
}
