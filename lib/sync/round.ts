import { LIMITS, type PullPage, type PushAnswer, type PushBody, type SnapPage } from "./change";
import type { PullRequest, PushLimits, Step } from "./client-state";
import { countRows } from "./columns";
import { countMuts } from "./mutation-columns";

/** One device's storage of its sync, each call one transaction. */
export interface SyncStore {
  /** What comes after what was decided on, or after record `after`. */
  nextPush(limits?: PushLimits, after?: number): Promise<PushBody | undefined>;
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

/** Sends everything there is to send, then asks until a pull is complete. Safe to stop anywhere. */
export async function syncRound(
  store: SyncStore,
  api: SyncApi,
  options: RoundOptions = {},
): Promise<void> {
  const ask = asker(api);
  for (;;) {
    const brought = await pushAll(store, api, options);
    const step = brought ?? (await pullOnce(store, ask, options));
    // A stale answer moved nothing: asking again at once could go on for ever.
    if (step !== "again") return;
  }
}

/** One push on its way at a time; the next one is read while it is judged. Gives what came of the pull that the last answer brought. */
async function pushAll(
  store: SyncStore,
  api: SyncApi,
  options: RoundOptions,
): Promise<Step | undefined> {
  let body = await store.nextPush(options.limits?.());
  while (body) {
    const answering = api.push(body);
    const early = readEarly(store, api, options, body);
    const answer = await answering;
    const step = await store.acknowledge(body, answer);
    if (step === "stale") return undefined;
    await options.onProgress?.({ pushed: countMuts(body), pulled: 0 });
    if (step === "done" && answer.page) return takeBrought(store, options, body, answer.page);
    const next = step === "again" ? following(body, answer, await early) : undefined;
    body = next ?? (await store.nextPush(options.limits?.()));
  }
  return undefined;
}

/** The page of a pull that was asked for with a push; one that no longer fits is asked for anew. */
async function takeBrought(
  store: SyncStore,
  options: RoundOptions,
  { epoch, since }: PushBody,
  page: PullPage,
): Promise<Step | undefined> {
  if (since === undefined) return undefined;
  const step = await store.applyPull({ kind: "pull", epoch: epoch ?? page.epoch, since }, page);
  if (step === "stale") return undefined;
  await options.onProgress?.({ pushed: 0, pulled: countRows(page.tables) });
  return step;
}

async function readEarly(
  store: SyncStore,
  api: SyncApi,
  options: RoundOptions,
  { to, epoch }: PushBody,
): Promise<PushBody | undefined> {
  const early = await store.nextPush(options.limits?.(), to).catch(() => undefined);
  // The first answer of a server tells its name, which every later push bears.
  if (early && epoch !== null) api.prepare?.(early);
  return early;
}

/** What was read early, if the answer is the one it was read for: same device, same server, nothing left out. */
function following(
  body: PushBody,
  answer: PushAnswer,
  early: PushBody | undefined,
): PushBody | undefined {
  const isSameLife = body.epoch === null || body.epoch === answer.epoch;
  const isNext = early?.cid === body.cid && early.from === body.to + 1;
  if (!early || !isNext || !isSameLife || answer.last !== body.to) return undefined;
  return early.epoch === answer.epoch ? early : { ...early, epoch: answer.epoch };
}

type Page = { pull: PullPage; snap?: undefined } | { snap: SnapPage; pull?: undefined };
type Ask = (request: PullRequest) => Promise<Page>;

async function pullOnce(store: SyncStore, ask: Ask, options: RoundOptions): Promise<Step> {
  const request = await store.nextPull();
  const { pull, snap } = await ask(request);
  const step = await (pull ? store.applyPull(request, pull) : store.applySnap(request, snap));
  await options.onProgress?.({ pushed: 0, pulled: countRows((pull ?? snap).tables) });
  return step;
}

/**
 * Asks for a page, and at once for the one after it: that one travels while this one is written. If the
 * device then wants another one, the early answer is dropped.
 */
function asker(api: SyncApi): Ask {
  let early: { name: string; page: Promise<Page> } | undefined;

  async function fetchPage(request: PullRequest): Promise<Page> {
    return request.kind === "pull"
      ? { pull: await api.pull(request) }
      : { snap: await api.snap(request) };
  }

  return async (request) => {
    const name = JSON.stringify(request);
    const asked = early?.name === name ? early.page : fetchPage(request);
    early = undefined;
    const page = await asked;
    const next = pageAfter(page);
    if (next) {
      early = { name: JSON.stringify(next), page: fetchPage(next) };
      // Whoever takes it hears of its failure; dropped, it concerns nobody.
      early.page.catch(() => undefined);
    }
    return page;
  };
}

function pageAfter({ pull, snap }: Page): PullRequest | undefined {
  if (pull) {
    const { epoch, next, more, reset } = pull;
    return more && !reset ? { kind: "pull", epoch, since: next } : undefined;
  }
  const { epoch, upto, next, more } = snap;
  if (!more) return { kind: "pull", epoch, since: upto };
  return { kind: "snap", epoch, upto, before: next, limit: LIMITS.pageRows };
}
