import { i18n } from "#i18n";
import type { Why } from "@/lib/contacts/merging/settle-field";
import type { Likeness } from "@/lib/model/merge";

/** Why two rows may be, or are, one. */
export const REASONS: Record<Likeness, () => string> = {
  sameMember: () => i18n.t("merge.because.sameMember"),
  sameAddress: () => i18n.t("merge.because.sameAddress"),
  sameEmail: () => i18n.t("merge.because.sameEmail"),
  samePhoto: () => i18n.t("merge.because.samePhoto"),
  sameNameAndCompany: () => i18n.t("merge.because.sameNameAndCompany"),
  sameNameOnceThere: () => i18n.t("merge.because.sameNameOnceThere"),
  nickname: () => i18n.t("merge.because.nickname"),
  initial: () => i18n.t("merge.because.initial"),
  formerName: () => i18n.t("merge.because.formerName"),
  surnameInPart: () => i18n.t("merge.because.surnameInPart"),
  spelling: () => i18n.t("merge.because.spelling"),
  sameCompanyId: () => i18n.t("merge.because.sameCompanyId"),
  sameCompanyAddress: () => i18n.t("merge.because.sameCompanyAddress"),
  sameCompanyName: () => i18n.t("merge.because.sameCompanyName"),
};

/** Why a value stands. */
export const WHYS: Record<Why, () => string> = {
  same: () => i18n.t("merge.why.same"),
  only: () => i18n.t("merge.why.only"),
  typed: () => i18n.t("merge.why.typed"),
  longer: () => i18n.t("merge.why.longer"),
  newer: () => i18n.t("merge.why.newer"),
  even: () => i18n.t("merge.why.even"),
  joined: () => i18n.t("merge.why.joined"),
  chosen: () => i18n.t("merge.why.chosen"),
};

/** A step of five says as much as is known; a bare number would claim more. */
export function likelihoodText(likelihood: number): string {
  return i18n.t("merge.likelihood", [Math.round(likelihood * 20) * 5]);
}
