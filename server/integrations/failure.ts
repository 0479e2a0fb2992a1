/**
 * Why a service did not do what was asked.
 * - refused: it said no, and will say no again.
 * - later: it said not now; nothing was done.
 * - unclear: it may have been done. Whoever asks again looks first.
 * - signed-out: the person's consent has ended.
 */
export type FailureKind = "refused" | "later" | "unclear" | "signed-out";

export class ServiceFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    /** In the service's words, cut short; shown to the person. */
    readonly reason: string,
    /** Seconds the service asks to wait. */
    readonly wait?: number,
    options?: ErrorOptions,
  ) {
    super(`${kind}: ${reason}`, options);
  }
}

const TIMEOUT_MS = 30_000;
const REASON_LETTERS = 300;

/** One call; anything but a success is thrown as what it means. */
export async function callService(
  fetch: typeof globalThis.fetch,
  url: string,
  init: RequestInit = {},
): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new ServiceFailure("unclear", said, undefined, { cause });
  }
  if (answer.ok) return answer;
  const { reason, isLimit } = await said(answer);
  const wait = Number(answer.headers.get("retry-after") ?? Number.NaN);
  const seconds = Number.isFinite(wait) ? wait : undefined;
  if (answer.status === 429 || isLimit) throw new ServiceFailure("later", reason, seconds);
  if (answer.status === 401) throw new ServiceFailure("signed-out", reason);
  if (answer.status >= 500 || answer.status === 408) {
    throw new ServiceFailure("unclear", reason, seconds);
  }
  throw new ServiceFailure("refused", reason);
}

/** Google answers 403 to who asks too often, and says so only inside. */
const LIMITS =
  /rateLimitExceeded|userRateLimitExceeded|dailyLimitExceeded|quotaExceeded|concurrent_idempotent/u;

async function said(answer: Response): Promise<{ reason: string; isLimit: boolean }> {
  const text = await answer.text().catch(() => "");
  const reason = (messageIn(text) ?? text) || `HTTP ${answer.status}`;
  return {
    reason: reason.replaceAll(/\s+/gu, " ").slice(0, REASON_LETTERS),
    isLimit: LIMITS.test(text),
  };
}

function messageIn(text: string): string | undefined {
  try {
    const body = JSON.parse(text) as {
      error?: string | { message?: string };
      error_description?: string;
      message?: string;
    };
    if (typeof body.error === "object") return body.error.message;
    return body.error_description ?? body.message ?? body.error;
  } catch {
    return undefined;
  }
}
