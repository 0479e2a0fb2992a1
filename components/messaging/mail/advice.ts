import { i18n } from "#i18n";
import type { Finding } from "@/lib/messaging/domain/report";

const ADVICE: Record<Finding["code"], (about: string) => string> = {
  "spf-fine": () => i18n.t("mailing.advice.spfFine"),
  "spf-missing": () => i18n.t("mailing.advice.spfMissing"),
  "spf-many": (about) => i18n.t("mailing.advice.spfMany", [about]),
  "spf-syntax": (about) => i18n.t("mailing.advice.spfSyntax", [about]),
  "spf-lookups": (about) => i18n.t("mailing.advice.spfLookups", [about]),
  "spf-void": (about) => i18n.t("mailing.advice.spfVoid", [about]),
  "spf-loop": (about) => i18n.t("mailing.advice.spfLoop", [about]),
  "spf-pass-all": () => i18n.t("mailing.advice.spfPassAll"),
  "spf-neutral-all": () => i18n.t("mailing.advice.spfNeutralAll"),
  "spf-no-all": () => i18n.t("mailing.advice.spfNoAll"),
  "spf-ptr": () => i18n.t("mailing.advice.spfPtr"),
  "spf-sender": (about) => i18n.t("mailing.advice.spfSender", [about]),
  "dkim-fine": (about) => i18n.t("mailing.advice.dkimFine", [about]),
  "dkim-missing": (about) => i18n.t("mailing.advice.dkimMissing", [about]),
  "dkim-revoked": (about) => i18n.t("mailing.advice.dkimRevoked", [about]),
  "dkim-short": (about) => i18n.t("mailing.advice.dkimShort", [about]),
  "dkim-testing": (about) => i18n.t("mailing.advice.dkimTesting", [about]),
  "dkim-syntax": (about) => i18n.t("mailing.advice.dkimSyntax", [about]),
  "dmarc-fine": (about) => i18n.t("mailing.advice.dmarcFine", [about]),
  "dmarc-missing": () => i18n.t("mailing.advice.dmarcMissing"),
  "dmarc-many": (about) => i18n.t("mailing.advice.dmarcMany", [about]),
  "dmarc-syntax": () => i18n.t("mailing.advice.dmarcSyntax"),
  "dmarc-none": () => i18n.t("mailing.advice.dmarcNone"),
  "dmarc-partial": (about) => i18n.t("mailing.advice.dmarcPartial", [about]),
  "dmarc-no-reports": () => i18n.t("mailing.advice.dmarcNoReports"),
  "dmarc-unaligned": () => i18n.t("mailing.advice.dmarcUnaligned"),
  "dns-failed": () => i18n.t("mailing.advice.dnsFailed"),
};

/** What was found, and what to do about it. */
export function adviceFor({ code, about = "" }: Finding): string {
  return ADVICE[code](about);
}
