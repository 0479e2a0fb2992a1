import { createLoop, type Loop } from "@/lib/cloud/loop";
import type { Session } from "@/lib/cloud/session";
import { connect, type RapportDb } from "@/lib/data/db";

export type Step = "pushed" | "pulled" | "inStep" | "unfolded";

/** A notebook with the product's own loop, in a page of the bench. */
export type Device = {
  db: RapportDb;
  loop: Loop;
  onStep: (step: Step) => void;
  /** Over when it is about to pull; it does so once it is let. */
  untilPull: () => Promise<void>;
  letPull: () => void;
  /** What the server answers to its pushes is on its way until it is let through. */
  holdAnswers: () => void;
  letAnswers: () => void;
};

export function deviceOf(name: string, session: Session, isWatched: boolean): Device {
  const db = connect(name);
  let onPull: (() => void) | undefined;
  let isLet: Promise<void> | undefined;
  let isThrough: Promise<void> | undefined;
  const device: Device = {
    db,
    onStep: () => undefined,
    letPull: () => undefined,
    letAnswers: () => undefined,
    untilPull() {
      isLet = new Promise((resolve) => {
        device.letPull = resolve;
      });
      return new Promise((resolve) => {
        onPull = resolve;
      });
    },
    holdAnswers() {
      isThrough = new Promise((resolve) => {
        device.letAnswers = resolve;
      });
    },
    loop: createLoop({
      db,
      session: { currentSession: async () => session, forget: async () => undefined },
      onStep: (step) => device.onStep(step),
      isLookedAt: async () => isWatched,
      async fetch(input, init) {
        if (/\/(?:pull|snap)\?/.test(String(input))) {
          onPull?.();
          await isLet;
        }
        const answer = await fetch(input, init);
        if (String(input).endsWith("/push")) await isThrough;
        return answer;
      },
    }),
  };
  return device;
}
