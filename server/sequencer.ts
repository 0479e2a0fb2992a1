import type { PushAnswer } from "@/lib/sync/change";
import type { Database } from "./database";
import { createGroupCommit } from "./group-commit";
import { laneOf } from "./lanes";
import type { PushOrder } from "./push";

/**
 * Puts the pushes of a workspace one after the other. It holds no truth: were two of them at work at
 * once, the conditional batch would still let only one through at a time.
 */
export type Sequencer = { push(order: PushOrder): Promise<PushAnswer> };

/** In one process: a group per lane. On Workers the Durable Object of worker.ts takes its place. */
export function createSequencer(
  database: Database,
  lanes: number,
  now: () => number = Date.now,
  /** Told after each push where the workspace's sequence stands. */
  moved: (workspaceId: string, seq: number) => void = () => undefined,
): Sequencer {
  const groups = Array.from({ length: lanes }, () => createGroupCommit(database, now));
  return {
    async push(order) {
      const answer = await groups[laneOf(order.workspaceId, lanes)]!.push(order);
      moved(order.workspaceId, answer.seq);
      return answer;
    },
  };
}
