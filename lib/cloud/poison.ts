import type { AppError } from "@/lib/platform/app-error";
import type { PushBody } from "@/lib/sync/change";

/**
 * What to do about a push that failed for what is in it: send less, give the one record up (it goes to
 * the list the person sees), or leave it in the outbox and try again later.
 */
export type Verdict = { is: "smaller" } | { is: "refused"; why: string } | { is: "later" };

/** A proxy that finds everything too large must not empty the outbox into the list of refusals. */
const TRULY_LARGE = 64_000;
/** How often the server itself must fail at one and the same record, while it answers otherwise. */
const STRIKES = 8;

export class Poison {
  private record = 0;
  private strikes = 0;

  judge(body: PushBody, error: AppError): Verdict {
    const alone = body.from === body.to;
    if (error.code === "body-too-large") {
      if (!alone) return { is: "smaller" };
      const large = JSON.stringify([body.muts, body.columns]).length >= TRULY_LARGE;
      return large ? { is: "refused", why: "body-too-large" } : { is: "later" };
    }
    if (error.detail.code === "bad-request") {
      return alone ? { is: "refused", why: "bad-request" } : { is: "smaller" };
    }
    return error.detail.code === "server-error" ? this.strike(body, alone) : { is: "later" };
  }

  private strike(body: PushBody, alone: boolean): Verdict {
    this.strikes = this.record === body.from ? this.strikes + 1 : 1;
    this.record = body.from;
    return alone && this.strikes >= STRIKES
      ? { is: "refused", why: "server-error" }
      : { is: "later" };
  }
}
