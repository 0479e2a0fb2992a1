import { AppError, type AppErrorCode } from "@/lib/platform/app-error";

const PASSING = new Set<AppErrorCode>(["ai-rate-limited", "ai-down", "ai-unreachable"]);
const TRIES = 3;
const LONGEST_WAIT = 8_000;

export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Tries again what may pass by itself, after the time the provider asked for or 0.5 and 2 seconds; never once text has come. */
export async function retrying<T>(
  work: () => Promise<T>,
  { hasBegun, signal, wait }: { hasBegun: () => boolean; signal: AbortSignal; wait: Wait },
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      const isPassing = error instanceof AppError && PASSING.has(error.code);
      if (!isPassing || tried === TRIES || hasBegun()) throw error;
      const asked = Number(error.detail["retryAfter"] ?? 0) * 1_000;
      if (asked > LONGEST_WAIT) throw error;
      await wait(asked || 500 * 4 ** (tried - 1), signal);
    }
  }
}

export const pause: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new AppError("ai-stopped"));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
