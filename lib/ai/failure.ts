import { AppError, type AppErrorCode } from "@/lib/platform/app-error";

/** What both libraries' errors carry, whichever class they are of. */
type Told = { status?: number; code: string; message: string; retryAfter?: number };

/**
 * A provider's failure under a code the screen can explain. Providers name some causes only in words
 * (Anthropic: "prompt is too long", "credit balance"; Gemini: "API key not valid"), so those words are read too.
 */
export function failureOf(error: unknown, signal: AbortSignal): AppError {
  if (signal.aborted) return stopped(signal);
  if (error instanceof AppError) return error;
  const told = tell(error);
  const code = codeOf(told);
  const detail = {
    ...(told.status !== undefined && { status: told.status }),
    ...(told.retryAfter !== undefined && { retryAfter: told.retryAfter }),
    ...(SHAPE.test(told.message) && { part: "shape" }),
  };
  return new AppError(code, detail, { cause: error });
}

/** Why a call was ended from here: the person, or patience. */
function stopped(signal: AbortSignal): AppError {
  return signal.reason instanceof AppError ? signal.reason : new AppError("ai-stopped");
}

const TOO_LONG =
  /context.?length|context.?window|prompt is too long|maximum context|too many (?:input )?tokens|input token count|exceeds? the (?:maximum|limit)/iu;
const EXHAUSTED = /insufficient_quota|billing|credit balance|exceeded your current quota/iu;
const BAD_KEY = /api.?key not valid|invalid.?api.?key|api_key_invalid|authentication_error/iu;
const REFUSED = /content_policy|content_filter|safety|blocked by/iu;
const SHAPE = /response_format|json_schema|output_config|structured output/iu;
const NO_MODEL = /model_not_found|model .*(?:does not exist|not found)/iu;
const OVERLOADED = /overloaded|server_error|internal|unavailable/iu;

function codeOf({ status, code, message }: Told): AppErrorCode {
  const words = `${code} ${message}`;
  if (status === undefined) {
    if (code === "") return "ai-unreachable";
    return wordsOnly(words) ?? (OVERLOADED.test(words) ? "ai-down" : "ai-request-refused");
  }
  if (status === 401) return "ai-key-refused";
  if (status === 402) return "ai-exhausted";
  if (status === 403)
    return BAD_KEY.test(words) || code !== "" ? "ai-key-refused" : "ai-origin-refused";
  if (status === 404) return "ai-model-unknown";
  if (status === 413) return "ai-too-long";
  if (status === 429) return EXHAUSTED.test(words) ? "ai-exhausted" : "ai-rate-limited";
  if (status >= 500) return "ai-down";
  return wordsOnly(words) ?? "ai-request-refused";
}

function wordsOnly(words: string): AppErrorCode | undefined {
  if (TOO_LONG.test(words)) return "ai-too-long";
  if (BAD_KEY.test(words)) return "ai-key-refused";
  if (EXHAUSTED.test(words)) return "ai-exhausted";
  if (NO_MODEL.test(words)) return "ai-model-unknown";
  if (REFUSED.test(words)) return "ai-refused";
  return undefined;
}

function tell(error: unknown): Told {
  const { status, code, type, message, error: body, headers } = fields(error);
  const inner = fields(fields(body)["error"] ?? body);
  const retryAfter = headers instanceof Headers ? Number(headers.get("retry-after")) : Number.NaN;
  return {
    ...(typeof status === "number" && { status }),
    code: [code, type, inner["code"], inner["type"]]
      .filter((one) => typeof one === "string")
      .join(" "),
    message: typeof message === "string" ? message : "",
    ...(retryAfter > 0 && { retryAfter }),
  };
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
