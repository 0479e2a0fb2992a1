import type { PullPage, PushAnswer, PushBody, SnapPage } from "./change";
import type { PullRequest, PushLimits, Step } from "./client-state";

/** One device's storage of its sync, each call one transaction. */
export interface SyncStore {
  /** What comes after what was decided on, or after record `after`. */
  nextPush(limits?: PushLimits, after?: number): Promise<PushBody | undefined>;
  acknowledge(body: PushBody, answer: PushAnswer): Promise<Step>;
  nextPull(): Promise<PullRequest>;
  applyPull(request: PullRequest, page: PullPage): Promise<Step>;
  /** The page that was asked for, and those that go on where it ends. */
  applySnaps(request: PullRequest, pages: readonly SnapPage[]): Promise<Step>;
}

/** The three calls of the server. They throw; what to do then is the caller's. */
export interface SyncApi {
  push(body: PushBody): Promise<PushAnswer>;
  pull(request: Extract<PullRequest, { kind: "pull" }>): Promise<PullPage>;
  snap(request: Extract<PullRequest, { kind: "snap" }>): Promise<SnapPage>;
  /** This push is likely to be sent next: it may be made ready while another is judged. */
  prepare?(body: PushBody): void;
}

/** How many rows one request moved. */
export type Moved = { pushed: number; pulled: number };

export type RoundOptions = {
  /** Read before each push, so that the caller can make pushes smaller when they fail. */
  limits?: () => PushLimits | undefined;
  /** Called after each request that moved something. */
  onProgress?: (moved: Moved) => void | Promise<void>;
};
