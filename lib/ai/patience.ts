import { AppError } from "@/lib/platform/app-error";

/** Milliseconds until the first text, and between two. */
export type Patience = { firstMs: number; idleMs: number };

/** A model may think for a while before it writes; once it writes, it goes on. */
export const PATIENCE: Patience = { firstMs: 60_000, idleMs: 20_000 };

export type Waiting = { signal: AbortSignal; heard: () => void; done: () => void };

/** A signal that ends when the person says so, or when nothing was heard for too long. */
export function waitFor(person: AbortSignal, { firstMs, idleMs }: Patience): Waiting {
  const own = new AbortController();
  const giveUp = () => own.abort(new AppError("ai-slow"));
  let timer = setTimeout(giveUp, firstMs);
  return {
    signal: AbortSignal.any([person, own.signal]),
    heard() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, idleMs);
    },
    done: () => clearTimeout(timer),
  };
}
