import { i18n } from "#i18n";
import type { Message } from "@/lib/model/message";

const KNOWN = {
  suppressed: () => i18n.t("mailing.failed.suppressed"),
  "do-not-contact": () => i18n.t("mailing.failed.doNotContact"),
  "mailbox-gone": () => i18n.t("mailing.failed.mailboxGone"),
  "signed-out": () => i18n.t("mailing.failed.signedOut"),
  "not-a-member": () => i18n.t("mailing.failed.notAMember"),
  unknown: () => i18n.t("mailing.failed.unclear"),
  "gave-up": () => i18n.t("mailing.failed.gaveUp"),
};

/** Why a mail did not arrive, and what to do; a service's own words where it said some. */
export function failureText({ failureReason = "", bounce }: Message): string {
  if (bounce === "hard") return i18n.t("mailing.failed.hard", [failureReason]);
  if (bounce === "soft") return i18n.t("mailing.failed.soft", [failureReason]);
  const known = Object.entries(KNOWN).find(([code]) => code === failureReason)?.[1];
  return known ? known() : i18n.t("mailing.failed.said", [failureReason]);
}
