import type { Context } from "hono";
import * as z from "zod";

/**
 * Hints to devices with a screen open: that their workspace has come to a sequence, and nothing else. What
 * changed is pulled like always, so a hint lost, late or doubled does no harm.
 */
export type Hub = {
  /** Answers a request to listen; tells it at once where the sequence stands. */
  join(c: Context, workspaceId: string, seq: number): Promise<Response>;
  /** Tells everybody who listens. */
  poke(workspaceId: string, seq: number): void;
};

export const LIVE_PROTOCOL = "rapport.live";
/** Sent by a device so that neither end is taken for dead; answered without waking anything. */
export const PING = "ping";
export const PONG = "pong";

export const hint = z.object({ seq: z.int().nonnegative() });

/** How close together two hints of one workspace may come. */
const PAUSE_MS = 250;

/** The first at once; those after it together, when the pause is over. */
export class Coalesced {
  private waiting: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (seq: number) => void) {}

  tell(seq: number): void {
    if (this.timer !== undefined) {
      this.waiting = Math.max(this.waiting ?? 0, seq);
      return;
    }
    this.send(seq);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const next = this.waiting;
      this.waiting = undefined;
      if (next !== undefined) this.tell(next);
    }, PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
