import type { PullPage, PushAnswer, PushBody, SnapPage } from "./change";
import type { PullRequest, PushLimits, Step } from "./client-state";

/** One device's storage of its sync, each call one transaction. */
export interface SyncStore {
  nextPush(limits?: PushLimits): Promise<PushBody | undefined>;
  acknowledge(body: PushBody, answer: PushAnswer): Promise<Step>;
  nextPull(): Promise<PullRequest>;
  applyPull(request: PullRequest, page: PullPage): Promise<Step>;
  applySnap(request: PullRequest, page: SnapPage): Promise<Step>;
}

/** The three calls of the server. They throw; what to do then is the caller's. */
export interface SyncApi {
  push(body: PushBody): Promise<PushAnswer>;
  pull(request: Extract<PullRequest, { kind: "pull" }>): Promise<PullPage>;
  snap(request: Extract<PullRequest, { kind: "snap" }>): Promise<SnapPage>;
}

export type RoundOptions = {
  /** Read before each push, so that the caller can make pushes smaller when they fail. */
  limits?: () => PushLimits | undefined;
  /** Called after each request that moved something. */
  onProgress?: (moved: { pushed: number; pulled: number }) => void;
};

/** Sends everything there is to send, then asks until a pull is complete. Safe to stop anywhere. */
export async function syncRound(
  store: SyncStore,
  api: SyncApi,
  options: RoundOptions = {},
): Promise<void> {
  for (;;) {
    await pushAll(store, api, options);
    const step = await pullOnce(store, api, options);
    // A stale answer moved nothing: asking again at once could go on for ever.
    if (step !== "again") return;
  }
}

async function pushAll(store: SyncStore, api: SyncApi, options: RoundOptions): Promise<void> {
  for (;;) {
    const body = await store.nextPush(options.limits?.());
    if (!body) return;
    const step = await store.acknowledge(body, await api.push(body));
    if (step === "stale") return;
    options.onProgress?.({ pushed: body.muts.length, pulled: 0 });
  }
}

async function pullOnce(store: SyncStore, api: SyncApi, options: RoundOptions): Promise<Step> {
  const request = await store.nextPull();
  if (request.kind === "pull") {
    const page = await api.pull(request);
    const step = await store.applyPull(request, page);
    options.onProgress?.({ pushed: 0, pulled: page.rows.length });
    return step;
  }
  const page = await api.snap(request);
  const step = await store.applySnap(request, page);
  options.onProgress?.({ pushed: 0, pulled: page.rows.length });
  return step;
}
