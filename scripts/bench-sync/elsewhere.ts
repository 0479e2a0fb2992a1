import { listen } from "@/lib/cloud/live";
import type { Session } from "@/lib/cloud/session";
import { deviceOf, type Device } from "./device";

/**
 * The other device of an edit, in a browser of its own as on a machine of its own: what the first device does for
 * itself meanwhile is not in its way. Runs in that browser's page; the first one's page asks through the bench.
 */
export type Question = "attend" | "expect" | "arrived";
export type Elsewhere = (question: Question, given: unknown[]) => Promise<unknown>;

let device: Device | undefined;
let arrival: Promise<number> | undefined;

/** Milliseconds that two browsers on one machine read alike. */
export function timeOfDay(): number {
  return performance.timeOrigin + performance.now();
}

export const answers: Record<Question, (...given: never[]) => Promise<unknown>> = {
  /** Has everything, is open, and hears the server's hints. */
  async attend(session: Session) {
    const one = deviceOf("ours-elsewhere", session, true);
    device = one;
    await one.db.open();
    await one.loop.syncOnce();
    await new Promise<void>((resolve) => {
      listen({
        session,
        workspaceId: session.workspaceId,
        onHint(seq) {
          void one.loop.wake("hint", seq);
          resolve();
        },
      });
    });
  },

  /** From here on: when this row comes with these notes. */
  async expect(id: string, notes: string) {
    const one = device as Device;
    arrival = new Promise((resolve) => {
      one.onStep = async (step) => {
        const at = timeOfDay();
        if (step === "pulled" && (await one.db.people.get(id))?.notes === notes) resolve(at);
      };
    });
  },

  arrived: async () => arrival,
};
