import { i18n } from "#i18n";

const FAMILIES: Record<string, () => string> = {
  sdui: () => i18n.t("truth.family.sdui"),
  ember: () => i18n.t("truth.family.ember"),
  guest: () => i18n.t("truth.family.guest"),
};

/** What kind of page it is, as a person may say it. */
export function familyWord(family: string | null | undefined): string | undefined {
  return family ? FAMILIES[family]?.() : undefined;
}
