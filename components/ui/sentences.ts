import { i18n } from "#i18n";
import { AppError, type AppErrorCode } from "@/lib/platform/app-error";

/** What happened, what was kept, what to do: one sentence or three for each code, and nowhere else. */
const SENTENCES: Record<AppErrorCode, () => string> = {
  "disk-full": () => i18n.t("errors.diskFull"),
  "no-room-to-sync": () => i18n.t("errors.noRoomToSync"),
  "database-blocked": () => i18n.t("errors.databaseBlocked"),
  "invalid-row": () => i18n.t("errors.invalidRow"),
  "unknown-row": () => i18n.t("errors.unknownRow"),
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
  "device-wipe": () => i18n.t("errors.deviceWipe"),
  "removed-from-team": () => i18n.t("errors.removedFromTeam"),
  "last-owner": () => i18n.t("errors.lastOwner"),
  "already-member": () => i18n.t("errors.alreadyMember"),
  "read-only-here": () => i18n.t("errors.readOnlyHere"),
  "other-owner": () => i18n.t("errors.otherOwner"),
  "data-consent": () => i18n.t("errors.dataConsent"),
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
  drift: () => i18n.t("problems.drift"),
  "unsupported-page": () => i18n.t("problems.unsupportedPage"),
  "no-rows": () => i18n.t("problems.noRows"),
  "row-nameless": () => i18n.t("problems.rowNameless"),
  "row-unreadable": () => i18n.t("problems.rowUnreadable"),
  unreadable: () => i18n.t("problems.unreadable"),
  "mail-refused": () => i18n.t("errors.mailRefused"),
  "mail-unavailable": () => i18n.t("errors.mailUnavailable"),
  "mail-suppressed": () => i18n.t("errors.mailSuppressed"),
  "mail-too-late": () => i18n.t("errors.mailTooLate"),
  "clipboard-refused": () => i18n.t("errors.clipboardRefused"),
  "templates-unreadable": () => i18n.t("errors.templatesUnreadable"),
  "ai-no-provider": () => i18n.t("errors.aiNoProvider"),
  "ai-no-key": () => i18n.t("errors.aiNoKey"),
  "ai-key-refused": () => i18n.t("errors.aiKeyRefused"),
  "ai-exhausted": () => i18n.t("errors.aiExhausted"),
  "ai-rate-limited": () => i18n.t("errors.aiRateLimited"),
  "ai-unreachable": () => i18n.t("errors.aiUnreachable"),
  "ai-origin-refused": () => i18n.t("errors.aiOriginRefused"),
  "ai-down": () => i18n.t("errors.aiDown"),
  "ai-slow": () => i18n.t("errors.aiSlow"),
  "ai-malformed": () => i18n.t("errors.aiMalformed"),
  "ai-too-long": () => i18n.t("errors.aiTooLong"),
  "ai-refused": () => i18n.t("errors.aiRefused"),
  "ai-cut-off": () => i18n.t("errors.aiCutOff"),
  "ai-model-unknown": () => i18n.t("errors.aiModelUnknown"),
  "ai-request-refused": () => i18n.t("errors.aiRequestRefused"),
  "ai-builtin-unavailable": () => i18n.t("errors.aiBuiltinUnavailable"),
  "ai-not-agreed": () => i18n.t("errors.aiNotAgreed"),
  "ai-budget": () => i18n.t("errors.aiBudget"),
  "ai-price-unknown": () => i18n.t("errors.aiPriceUnknown"),
  "ai-stopped": () => i18n.t("errors.aiStopped"),
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
