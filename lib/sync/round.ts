import { asker, type Ask } from "./asking";
import type { Step } from "./client-state";
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

async function pullOnce(store: SyncStore, ask: Ask, options: RoundOptions): Promise<Step> {
  const request = await store.nextPull();
  const { pull, snaps } = await ask(request);
  const step = await (pull ? store.applyPull(request, pull) : store.applySnaps(request, snaps));
  const pages = pull ? [pull] : snaps;
  const pulled = pages.reduce((sum, { rows }) => sum + rows.ids.length, 0);
  await options.onProgress?.({ pushed: 0, pulled });
  return step;
}
