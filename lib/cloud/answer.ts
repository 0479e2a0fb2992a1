import * as z from "zod";
import { AppError, type AppErrorCode } from "@/lib/platform/app-error";
import { LINES, splitLines } from "@/lib/sync/page-wire";

/**
 * The server's answer as a value, or as an AppError with the code of a sentence. `detail.status` is the
 * HTTP status, `detail.retryAfter` the seconds the server asks to wait, where there are such.
 * @throws AppError
 */
export async function answerOf<T>(asked: Promise<Response>, shape: z.ZodType<T>): Promise<T> {
  const response = await reached(asked);
  const body = await jsonOf(response);
  if (!response.ok) throw failureOf(response, body);
  return shaped(response, body, shape);
}

/**
 * The same of an answer that may be two lines (`page-wire.ts`): `read` makes one of both, and throws a SyntaxError
 * where it cannot.
 * @throws AppError
 */
export async function linesOf<T, R>(
  asked: Promise<Response>,
  shape: z.ZodType<T>,
  read: (head: T, data: Uint8Array<ArrayBuffer>) => R,
): Promise<R> {
  const response = await reached(asked);
  const isTwo = response.ok && response.headers.get("content-type")?.startsWith(LINES);
  if (!isTwo) {
    const body = await jsonOf(response);
    if (!response.ok) throw failureOf(response, body);
    return unlessUnreadable(response, () => read(shaped(response, body, shape), NOTHING));
  }
  const bytes = await whole(response.arrayBuffer());
  return unlessUnreadable(response, () => {
    const { head, data } = splitLines(new Uint8Array(bytes));
    return read(shaped(response, head, shape), data);
  });
}

const NOTHING = new Uint8Array();

function shaped<T>({ status }: Response, body: unknown, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError("server-unreadable", { status }, { cause: parsed.error });
}

function unlessUnreadable<R>({ status }: Response, read: () => R): R {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new AppError("server-unreadable", { status }, { cause });
  }
}

/** Answers that are no success but mean something to the caller are given back, others thrown. */
export async function refusalOf<T>(response: Response, shape: z.ZodType<T>): Promise<T> {
  const body = await jsonOf(response);
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw failureOf(response, body);
  return parsed.data;
}

export async function reached(asked: Promise<Response>): Promise<Response> {
  try {
    return await asked;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const slow = cause instanceof Error && cause.name === "TimeoutError";
    throw new AppError("offline", slow ? { timeout: 1 } : {}, { cause });
  }
}

/** The body, or undefined when it is not JSON: a hotel's sign-in page, a proxy's excuse. */
async function jsonOf(response: Response): Promise<unknown> {
  const text = await whole(response.text());
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A connection that breaks in the middle of the body is one that was not there. */
async function whole<T>(body: Promise<T>): Promise<T> {
  try {
    return await body;
  } catch (cause) {
    throw new AppError("offline", {}, { cause });
  }
}

const failureBody = z.object({
  error: z.object({
    code: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
});

function failureOf(response: Response, body: unknown): AppError {
  const said = failureBody.safeParse(body).data?.error;
  const code = said?.code;
  const detail: Record<string, string | number> = { ...said?.detail, status: response.status };
  const retryAfter = secondsOf(response.headers.get("retry-after"));
  if (retryAfter !== undefined) detail.retryAfter = retryAfter;
  if (code !== undefined) detail.code = code;
  return new AppError(appCode(response.status, code), detail);
}

/** Of sending mail; each has a sentence of its own. */
const MAIL_CODES = new Set(["mail-refused", "mail-unavailable", "suppressed", "too-late"]);

/** A status without our own body may come from anything between here and the server. */
function appCode(status: number, code: string | undefined): AppErrorCode {
  if (code === "revoked") return "removed-from-team";
  if (code === "last-owner" || code === "already-member") return code;
  if (code !== undefined && MAIL_CODES.has(code))
    return `mail-${code.replace("mail-", "")}` as AppErrorCode;
  if (status === 413) return "body-too-large";
  if (status === 429) return "rate-limited";
  if (status >= 500) return "server-error";
  if (code === undefined) return "server-unreadable";
  if (code === "device-revoked" || code === "device-expired" || code === "device-wipe") return code;
  if (status === 401) return "not-signed-in";
  if (status === 426) return "too-old";
  if (status === 403 || status === 404) return "forbidden";
  return "server-error";
}

/** Seconds, or a date: RFC 9110 §10.2.3. */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
