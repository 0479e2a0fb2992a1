import { i18n } from "#i18n";
import { sentence } from "@/components/ui/sentences";

/** Why a change was refused for good; what else went wrong has its sentence among the others. */
const REASONS: Record<string, () => string> = {
  forbidden: () => i18n.t("rejected.forbidden"),
  "unknown-row": () => i18n.t("rejected.unknownRow"),
  "row-too-large": () => i18n.t("rejected.tooLarge"),
  "body-too-large": () => i18n.t("rejected.tooLarge"),
  "too-deep": () => i18n.t("rejected.nonsense"),
  "bad-request": () => i18n.t("rejected.nonsense"),
  "server-error": () => i18n.t("rejected.serverError"),
};

export function reasonOf(why: string): string {
  return REASONS[why]?.() ?? sentence(why);
}
