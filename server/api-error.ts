import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";

export const apiErrorCode = z.enum([
  "bad-request",
  "body-too-large",
  "conflict",
  "device-expired",
  "device-revoked",
  "device-wipe",
  "forbidden",
  "last-owner",
  "mail-refused",
  "mail-unavailable",
  "not-found",
  "not-signed-in",
  "personal-workspace",
  "already-member",
  "revoked",
  "server-error",
  "suppressed",
  "too-late",
  "too-many",
  "too-new",
  "too-old",
  "unsupported-encoding",
]);
export type ApiErrorCode = z.infer<typeof apiErrorCode>;

/** The body of every answer that is not a success. */
export const errorBody = z.object({
  error: z.object({
    code: apiErrorCode,
    message: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBody>;

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly detail: Record<string, string | number> | undefined;

  constructor(
    code: ApiErrorCode,
    detail?: Record<string, string | number>,
    options?: { cause: unknown },
  ) {
    super(sentence(code), options);
    this.code = code;
    this.detail = detail;
  }
}

export function statusOf(code: ApiErrorCode): ContentfulStatusCode {
  switch (code) {
    case "bad-request":
      return 400;
    case "device-expired":
    case "device-revoked":
    case "device-wipe":
    case "not-signed-in":
      return 401;
    case "forbidden":
    case "revoked":
      return 403;
    case "not-found":
      return 404;
    case "already-member":
    case "conflict":
    case "last-owner":
    case "personal-workspace":
    case "suppressed":
    case "too-late":
      return 409;
    case "body-too-large":
      return 413;
    case "unsupported-encoding":
      return 415;
    case "too-old":
      return 426;
    case "too-many":
      return 429;
    case "server-error":
      return 500;
    case "mail-refused":
      return 422;
    case "mail-unavailable":
    case "too-new":
      return 501;
  }
}

/** For whoever reads the answer by hand; screens have their own words for each code. */
function sentence(code: ApiErrorCode): string {
  switch (code) {
    case "bad-request":
      return "The request is not understood.";
    case "body-too-large":
      return "The body is larger than this server takes. Send less at a time.";
    case "conflict":
      return "Somebody else changed this at the same moment. Try again.";
    case "device-expired":
      return "This device was not used for 90 days. Connect it again.";
    case "already-member":
      return "This address belongs to a member already.";
    case "last-owner":
      return "A team needs an owner. Make somebody else an owner first, or delete the team.";
    case "personal-workspace":
      return "A personal workspace is not shared, left or deleted by itself.";
    case "device-wipe":
      return "This device is to be wiped. Send what was not sent, erase the notebook, then say so.";
    case "device-revoked":
      return "This device was disconnected. Connect it again.";
    case "forbidden":
      return "Your role does not allow this.";
    case "mail-refused":
      return "The mail service did not accept this.";
    case "mail-unavailable":
      return "This server is not set up for this mail service yet.";
    case "not-found":
      return "There is nothing here.";
    case "not-signed-in":
      return "Sign in first.";
    case "revoked":
      return "You are no longer a member of this workspace.";
    case "server-error":
      return "The server failed. Nothing was lost; try again later.";
    case "suppressed":
      return "This address is not to be written to.";
    case "too-late":
      return "This mail is on its way already.";
    case "too-many":
      return "Too many requests. Wait a little.";
    case "too-new":
      return "This server is older than the extension. Update the server.";
    case "too-old":
      return "This version is too old for the server. Update the extension.";
    case "unsupported-encoding":
      return "Only gzip and plain bodies are read.";
  }
}
