import { LIMITS, type PullPage, type SnapPage } from "./change";
import type { PullRequest, Step } from "./client-state";
import { countRows } from "./columns";
import { pushAll } from "./push-line";
import type { RoundOptions, SyncApi, SyncStore } from "./ports";

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
