import type { DexieSyncStore } from "@/lib/data/sync-store";
import { AppError } from "@/lib/platform/app-error";
import type { PushBody } from "@/lib/sync/change";
import { countMuts } from "@/lib/sync/mutation-columns";
import type { Moved, SyncApi } from "@/lib/sync/ports";
import { syncRound } from "@/lib/sync/round";
import type { Pace } from "./pace";
import type { Poison } from "./poison";

export type Exchange = {
  store: DexieSyncStore;
  pace: Pace;
  poison: Poison;
  /** What there is to push, where it was looked for already. */
  push?: Promise<PushBody | undefined> | undefined;
  onProgress: (moved: Moved) => void | Promise<void>;
};

/** Pushes and pulls until nothing is left; a push that cannot be taken is made smaller or given up. */
export async function exchange(given: Exchange, api: SyncApi): Promise<void> {
  const { pace, onProgress } = given;
  const store = startingWith(given.push, given.store);
  for (;;) {
    // Two may be on their way: the one that failed is known by its error.
    const failed = new Map<unknown, PushBody>();
    const push = async (body: PushBody) => {
      try {
        const answer = await api.push(body);
        pace.grow();
        return answer;
      } catch (error) {
        failed.set(error, body);
        throw error;
      }
    };
    try {
      const limits = () => pace.limits();
      await syncRound(store, { ...api, push }, { limits, onProgress });
      return;
    } catch (error) {
      const body = failed.get(error);
      if (!body || !(error instanceof AppError)) throw error;
      await recover(given, api, body, error);
    }
  }
}

function startingWith(push: Exchange["push"], store: DexieSyncStore): DexieSyncStore {
  let first = push;
  return {
    ...store,
    nextPush(limits, after) {
      const found = after === undefined ? first : undefined;
      first = undefined;
      return found ?? store.nextPush(limits, after);
    },
  };
}

async function recover(
  { store, pace, poison, onProgress }: Exchange,
  api: SyncApi,
  body: PushBody,
  error: AppError,
): Promise<void> {
  const verdict = poison.judge(body, error);
  if (verdict.is === "refused") return store.refuse(body.from, verdict.why);
  const overwhelmed = error.code === "rate-limited" || error.detail.timeout !== undefined;
  if (verdict.is === "smaller" || overwhelmed || error.code === "server-error") {
    pace.shrink(countMuts(body));
  }
  if (verdict.is === "smaller") return;
  // What others did can still arrive while our own cannot leave.
  if (error.code === "server-error" || error.code === "body-too-large") {
    await syncRound({ ...store, nextPush: async () => undefined }, api, { onProgress });
  }
  throw error;
}
