import { LIMITS } from "@/lib/sync/change";
import type { PushLimits } from "@/lib/sync/client-state";

const SMALLEST = 1;
const STEP = 100;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * How much to send at once and how long to wait after a failure. Batches shrink by half and grow by
 * steps; waits double, and are drawn from the whole of their span so that devices do not come back together.
 */
export class Pace {
  private muts: number = LIMITS.pushMuts;
  private failures = 0;

  constructor(private readonly random: () => number = Math.random) {}

  limits(): PushLimits {
    const share = this.muts / LIMITS.pushMuts;
    return { muts: this.muts, bytes: Math.ceil(LIMITS.pushBytes * share) };
  }

  /** Half of what was just sent. */
  shrink(sent: number): void {
    this.muts = Math.max(SMALLEST, Math.floor(Math.min(this.muts, sent) / 2));
  }

  grow(): void {
    this.muts = Math.min(LIMITS.pushMuts, this.muts + STEP);
  }

  succeeded(): void {
    this.failures = 0;
  }

  /** Milliseconds to wait now; at least what the server asked for. */
  failed(retryAfterSeconds = 0): number {
    const span = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures);
    this.failures = Math.min(this.failures + 1, 20);
    return Math.max(retryAfterSeconds * 1000, Math.ceil(this.random() * span));
  }
}
