import type { RapportDb } from "@/lib/data/db";
import { createSyncStore } from "@/lib/data/sync-store";
import { AppError } from "@/lib/platform/app-error";
import type { PushBody } from "@/lib/sync/change";
import { syncRound, type SyncApi } from "@/lib/sync/round";
import type { Fetch } from "./api";
import { Pace } from "./pace";
import { Poison } from "./poison";
import type { CloudSession, Session } from "./session";
import {
  changeStatus,
  hasWaiting,
  readOwner,
  readStatus,
  writeOwner,
  type SyncStatus,
} from "./status";
import { createSyncApi } from "./sync-api";
import { wakeOnWrite } from "./wake-on-write";

/** Why the loop is asked to run. */
export type Wake = "person" | "session" | "online" | "due" | "write" | "alarm" | "visible";

/** These end a wait; the others respect it. */
const IMPATIENT: ReadonlySet<Wake> = new Set(["person", "session", "online", "due"]);

/** The part of the Web Locks API that keeps two contexts from syncing at once. */
export type Locks = {
  request<T>(
    name: string,
    options: { ifAvailable: true },
    work: (lock: unknown) => Promise<T>,
  ): Promise<T>;
};

export type LoopOptions = {
  db: RapportDb;
  session: Pick<CloudSession, "currentSession" | "forget">;
  fetch?: Fetch;
  now?: () => number;
  random?: () => number;
  locks?: Locks;
  /** Runs `work` after `ms`; gives back how to call it off. */
  later?: (work: () => void, ms: number) => () => void;
};

export type Loop = ReturnType<typeof createLoop>;

const SIGNED_OUT = new Set(["device-revoked", "device-expired", "not-signed-in"]);

/** Keeps one notebook in step with its workspace. Everything it does may be cut off at any moment. */
export function createLoop(options: LoopOptions) {
  const { db, session, now = Date.now, later = timeout } = options;
  const locks: Locks | undefined = options.locks ?? globalThis.navigator?.locks;
  const store = createSyncStore(db, now);
  const pace = new Pace(options.random);
  const poison = new Poison();
  let callOff: (() => void) | undefined;
  let running: Promise<SyncStatus> | undefined;
  let again = false;

  /** One whole round, whatever the waits; while one is under way, that one. Failures become the status. */
  function syncOnce(): Promise<SyncStatus> {
    running ??= exclusively(round).finally(() => {
      running = undefined;
    });
    return running;
  }

  function exclusively(work: () => Promise<SyncStatus>): Promise<SyncStatus> {
    if (!locks) return work();
    return locks.request(`rapport-sync:${db.name}`, { ifAvailable: true }, (lock) =>
      lock ? work() : readStatus(db),
    );
  }

  async function round(): Promise<SyncStatus> {
    const current = await session.currentSession();
    if (!current) return signedOut();
    const owner = await readOwner(db);
    if (owner && owner.userId !== current.user.id) {
      return changeStatus(db, { phase: "attention", error: "other-owner", nextTryAt: undefined });
    }
    const { id: userId, email } = current.user;
    if (!owner) await writeOwner(db, { userId, email, workspaceId: current.workspaceId });
    await changeStatus(db, { phase: "syncing" });
    try {
      await exchange(createSyncApi(current, options.fetch));
    } catch (error) {
      return failed(error, current);
    }
    pace.succeeded();
    const lastPullAt = new Date(now()).toISOString();
    return changeStatus(db, { phase: "idle", lastPullAt, error: undefined, nextTryAt: undefined });
  }

  /** Pushes and pulls until nothing is left; a push that cannot be taken is made smaller or given up. */
  async function exchange(api: SyncApi): Promise<void> {
    for (;;) {
      let failedPush: PushBody | undefined;
      const push = async (body: PushBody) => {
        failedPush = body;
        const answer = await api.push(body);
        failedPush = undefined;
        pace.grow();
        return answer;
      };
      try {
        const limits = () => pace.limits();
        await syncRound(store, { ...api, push }, { limits });
        return;
      } catch (error) {
        if (!failedPush || !(error instanceof AppError)) throw error;
        await recover(api, failedPush, error);
      }
    }
  }

  async function recover(api: SyncApi, body: PushBody, error: AppError): Promise<void> {
    const verdict = poison.judge(body, error);
    if (verdict.is === "refused") return store.refuse(body.from, verdict.why);
    const overwhelmed = error.code === "rate-limited" || error.detail.timeout !== undefined;
    if (verdict.is === "smaller" || overwhelmed || error.code === "server-error") {
      pace.shrink(body.muts.length);
    }
    if (verdict.is === "smaller") return;
    // What others did can still arrive while our own cannot leave.
    if (error.code === "server-error" || error.code === "body-too-large") {
      await syncRound({ ...store, nextPush: async () => undefined }, api);
    }
    throw error;
  }

  async function signedOut(): Promise<SyncStatus> {
    const { phase, error } = await readStatus(db);
    // The reason of an ended session stays until a new one begins.
    const kept = phase === "signed-out" ? error : undefined;
    return changeStatus(db, { phase: "signed-out", error: kept, nextTryAt: undefined });
  }

  async function failed(error: unknown, current: Session): Promise<SyncStatus> {
    const known = error instanceof AppError ? error : undefined;
    if (known && SIGNED_OUT.has(known.code)) {
      await session.forget(current.token);
      return changeStatus(db, { phase: "signed-out", error: known.code, nextTryAt: undefined });
    }
    const wait = pace.failed(Number(known?.detail.retryAfter ?? 0));
    const nextTryAt = now() + wait;
    callOff?.();
    callOff = later(() => void wake("due"), wait);
    const code = known?.code ?? "server-error";
    const phase = code === "offline" ? "offline" : "attention";
    return changeStatus(db, { phase, error: code, nextTryAt });
  }

  /** Runs, unless a wait stands in the way; over when there is nothing more to do now. */
  async function wake(reason: Wake = "person"): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    if (!IMPATIENT.has(reason) && (await mustWait(reason))) return;
    const status = await syncOnce();
    if (!again) return;
    again = false;
    if (status.phase === "idle" && (await hasWaiting(db))) await wake("write");
  }

  async function mustWait(reason: Wake): Promise<boolean> {
    if (reason === "write" && !(await hasWaiting(db))) return true;
    const { nextTryAt } = await readStatus(db);
    return nextTryAt !== undefined && nextTryAt > now();
  }

  /** Wakes by itself from now on: on writes, when the network is back, when somebody looks. */
  function start(): () => void {
    const onOnline = () => void wake("online");
    const onVisible = () => {
      if (globalThis.document?.visibilityState === "visible") void wake("visible");
    };
    const hasEvents = typeof globalThis.addEventListener === "function";
    if (hasEvents) globalThis.addEventListener("online", onOnline);
    globalThis.document?.addEventListener("visibilitychange", onVisible);
    const stopWatching = wakeOnWrite(() => wake("write"), db.name);
    void wake("alarm");
    return () => {
      callOff?.();
      stopWatching();
      if (hasEvents) globalThis.removeEventListener("online", onOnline);
      globalThis.document?.removeEventListener("visibilitychange", onVisible);
    };
  }

  return { syncOnce, wake, start };
}

function timeout(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
