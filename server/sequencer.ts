import type { PushAnswer } from "@/lib/sync/change";
import type { Database } from "./database";
import { createLanes } from "./lanes";
import { applyPush, type PushOrder } from "./push";

/**
 * Puts the pushes of a workspace one after the other. It holds no truth: were two of them at work at
 * once, the conditional batch would still let only one through at a time.
 */
export type Sequencer = { push(order: PushOrder): Promise<PushAnswer> };

/** In one process: a queue. On Workers the Durable Object of worker.ts takes its place. */
export function createSequencer(
  database: Database,
  lanes: number,
  now: () => number = Date.now,
  /** Told after each push where the workspace's sequence stands. */
  moved: (workspaceId: string, seq: number) => void = () => undefined,
): Sequencer {
  const queue = createLanes(lanes);
  return {
    async push(order) {
      const answer = await queue.run(order.workspaceId, () => applyPush(database, order, now));
      moved(order.workspaceId, answer.seq);
      return answer;
    },
  };
}
