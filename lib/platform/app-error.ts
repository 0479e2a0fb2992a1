/** Every failure a person may have to read about. The screen maps a code to a sentence. */
export type AppErrorCode =
  // the device
  | "disk-full"
  | "no-room-to-sync"
  | "database-blocked"
  | "invalid-row"
  | "unknown-row"
  | "read-only-here"
  // the server
  | "offline"
  | "server-unreadable"
  | "server-error"
  | "body-too-large"
  | "rate-limited"
  | "too-old"
  | "forbidden"
  // signing in
  | "not-signed-in"
  | "device-revoked"
  | "device-expired"
  | "device-wipe"
  // a team
  | "removed-from-team"
  | "last-owner"
  | "already-member"
  // connecting
  | "other-owner"
  | "pairing-expired"
  | "pairing-denied"
  | "data-consent"
  // reading a page
  | "not-linkedin"
  | "sign-in-wall"
  | "not-found"
  | "still-loading"
  | "not-a-profile"
  | "identity-mismatch"
  | "job-mismatch"
  | "cut-off"
  | "drift"
  | "unsupported-page"
  | "no-rows"
  | "row-nameless"
  | "row-unreadable"
  | "unreadable"
  // mail
  | "mail-refused"
  | "mail-unavailable"
  | "mail-suppressed"
  | "mail-too-late"
  // writing
  | "clipboard-refused"
  | "templates-unreadable"
  // asking an AI
  | "ai-no-provider"
  | "ai-no-key"
  | "ai-key-refused"
  | "ai-exhausted"
  | "ai-rate-limited"
  | "ai-unreachable"
  | "ai-origin-refused"
  | "ai-down"
  | "ai-slow"
  | "ai-malformed"
  | "ai-too-long"
  | "ai-refused"
  | "ai-cut-off"
  | "ai-model-unknown"
  | "ai-request-refused"
  | "ai-builtin-unavailable"
  | "ai-not-agreed"
  | "ai-budget"
  | "ai-price-unknown"
  | "ai-stopped";

export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    public readonly code: AppErrorCode,
    public readonly detail: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
