import { i18n } from "#i18n";
import { AppError, type AppErrorCode } from "@/lib/platform/app-error";

/** What happened, what was kept, what to do: one sentence or three for each code, and nowhere else. */
const SENTENCES: Record<AppErrorCode, () => string> = {
  "disk-full": () => i18n.t("errors.diskFull"),
  "database-blocked": () => i18n.t("errors.databaseBlocked"),
  "database-newer": () => i18n.t("errors.databaseNewer"),
  "invalid-row": () => i18n.t("errors.invalidRow"),
  "unknown-row": () => i18n.t("errors.unknownRow"),
  "backup-unreadable": () => i18n.t("errors.backupUnreadable"),
  offline: () => i18n.t("errors.offline"),
  "server-unreadable": () => i18n.t("errors.serverUnreadable"),
  "server-error": () => i18n.t("errors.serverError"),
  "body-too-large": () => i18n.t("errors.bodyTooLarge"),
  "rate-limited": () => i18n.t("errors.rateLimited"),
  "too-old": () => i18n.t("errors.tooOld"),
  forbidden: () => i18n.t("errors.forbidden"),
  "not-signed-in": () => i18n.t("errors.notSignedIn"),
  "device-revoked": () => i18n.t("errors.deviceRevoked"),
  "device-expired": () => i18n.t("errors.deviceExpired"),
  "other-owner": () => i18n.t("errors.otherOwner"),
  "pairing-expired": () => i18n.t("errors.pairingExpired"),
  "pairing-denied": () => i18n.t("errors.pairingDenied"),
  "not-linkedin": () => i18n.t("problems.notLinkedin"),
  "sign-in-wall": () => i18n.t("problems.signInWall"),
  "not-found": () => i18n.t("problems.notFound"),
  "still-loading": () => i18n.t("problems.stillLoading"),
  "not-a-profile": () => i18n.t("problems.notAProfile"),
  "identity-mismatch": () => i18n.t("problems.identityMismatch"),
  "job-mismatch": () => i18n.t("problems.jobMismatch"),
  "cut-off": () => i18n.t("problems.cutOff"),
  "unsupported-page": () => i18n.t("problems.unsupportedPage"),
  unreadable: () => i18n.t("problems.unreadable"),
};

export function sentence(code: string): string {
  return isKnown(code) ? SENTENCES[code]() : i18n.t("errors.unexpected", [code]);
}

export function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return sentence(error.code);
  const name = error instanceof Error ? error.name : "";
  return i18n.t("errors.unexpected", [name || "Error"]);
}

function isKnown(code: string): code is AppErrorCode {
  return Object.hasOwn(SENTENCES, code);
}
