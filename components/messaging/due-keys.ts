import { i18n } from "#i18n";
import type { KeyGroup } from "@/components/ui/help-sheet";

/** The keys of what there is to do, the same wherever it is shown. */
export function dueKeys(): KeyGroup {
  return {
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
  };
}
