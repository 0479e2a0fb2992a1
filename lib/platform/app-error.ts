/** Every failure a person may have to read about. The screen maps a code to a sentence. */
export type AppErrorCode =
  // the device
  | "disk-full"
  | "database-blocked"
  | "database-newer"
  | "invalid-row"
  | "unknown-row"
  | "backup-unreadable"
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
  | "other-owner"
  | "pairing-expired"
  | "pairing-denied"
  // reading a page
  | "not-linkedin"
  | "sign-in-wall"
  | "not-found"
  | "still-loading"
  | "not-a-profile"
  | "identity-mismatch"
  | "job-mismatch"
  | "cut-off"
  | "unsupported-page"
  | "unreadable";

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
