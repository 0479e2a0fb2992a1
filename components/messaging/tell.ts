import { i18n } from "#i18n";
import { say } from "@/components/ui/toast";

/** A text took another's place: said, with the way back. */
export function tellReplaced(undo: () => void): void {
  void say(i18n.t("messaging.replaced"), { label: i18n.t("common.undo"), onClick: undo });
}
