import type { RapportDb } from "@/lib/data/db";
import { createSyncStore } from "@/lib/data/sync-store";
import { unfoldNext } from "@/lib/data/unfold-staged";
import { AppError } from "@/lib/platform/app-error";
import { LIMITS, type PushBody } from "@/lib/sync/change";
import type { Moved } from "@/lib/sync/ports";
import type { Fetch } from "./api";
import { exchange } from "./exchange";
import { breath, timeout } from "./later";
import { createMeter, untilAsked } from "./meter";
import { Pace } from "./pace";
import { Poison } from "./poison";
import { keepRound } from "./rounds";
import type { CloudSession, CloudStorage, Session } from "./session";
import {
  readOutlook,
  readStatus,
  writeOwner,
  type Outlook,
  type Owner,
  type SyncStatus,
} from "./status";
import { createSyncApi } from "./sync-api";
import { createTelling } from "./telling";
import { createTrying } from "./trying";
import { wakeOnWrite } from "./wake-on-write";

/** Why the loop is asked to run. */
export type Wake = "person" | "session" | "online" | "due" | "write" | "alarm" | "visible" | "hint";

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
  /** Memory that every context shares: the state is told there while a full disk takes none. */
  memory?: CloudStorage;
  /** Whether a screen is open: rows then take their places in steps so small that it can read in between. */
  isLookedAt?: () => Promise<boolean>;
  /** Told of every step as it is on the disk, and of being in step with the server. */
  onStep?: (step: "pushed" | "pulled" | "inStep" | "unfolded") => void;
};

type Seen = Outlook & { push?: Promise<PushBody | undefined> };

export type Loop = ReturnType<typeof createLoop>;

/** Rows that take their places in one stroke while no screen is open: half a second, and 50 MB less than twice as many. */
const UNSEEN_ROWS = 5000;

/** How often a screen hears how far it has come. */
const TELL_EVERY_MS = 250;

const SIGNED_OUT = new Set(["device-revoked", "device-expired", "not-signed-in"]);

/** Keeps one notebook in step with its workspace. Everything it does may be cut off at any moment. */
export function createLoop(options: LoopOptions) {
  const { db, session, now = Date.now, later = timeout, isLookedAt = async () => true } = options;
  const locks: Locks | undefined = options.locks ?? globalThis.navigator?.locks;
  const store = createSyncStore(db, now);
  const tell = createTelling(db, options.memory);
  const pace = new Pace(options.random);
  const poison = new Poison();
  const unfold = async () => store.unfold((await isLookedAt()) ? 1 : UNSEEN_ROWS);
  let callOff: (() => void) | undefined;
  let running: Promise<SyncStatus> | undefined;
  /** The last round went through: without a server, or while one is not reached, nobody reads what is to be sent. */
  let isFlowing = false;
  let again = false;
  let hinted = false;
  let urged = false;
  let trying: ReturnType<typeof createTrying> | undefined;

  /**
   * One whole round, whatever the waits; while one is under way, that one. Failures become the status. `seen` is
   * what the caller has just looked at.
   */
  function syncOnce(seen?: Seen): Promise<SyncStatus> {
    running ??= exclusively(() => round(seen).catch(noRoom)).finally(() => {
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

  async function round(seen?: Seen): Promise<SyncStatus> {
    // Whose notebook this is stays so; nobody's may be somebody's since.
    const { isSnapDue, owner } = seen?.owner ? seen : await readOutlook(db);
    // A snapshot begins with every row in its place: better page by page than in one stroke.
    if (isSnapDue) while ((await unfoldNext(db, unfold, locks)) === "again") await breath();
    const status = await attempt(owner, seen?.push);
    if (status.unfolding === undefined) {
      options.onStep?.("unfolded");
      return status;
    }
    // Rows that wait in whole pages take their places now, whoever is connected to what.
    while ((await unfoldNext(db, unfold, locks)) === "again") {
      await breath();
      if (!again) continue;
      again = false;
      await attempt((await readOutlook(db)).owner);
    }
    options.onStep?.("unfolded");
    return tell({});
  }

  async function attempt(owner?: Owner, push?: Seen["push"]): Promise<SyncStatus> {
    const current = await session.currentSession();
    if (!current) return signedOut();
    if (owner && owner.userId !== current.user.id) {
      return tell({ phase: "attention", error: "other-owner", nextTryAt: undefined });
    }
    const { id: userId, email } = current.user;
    if (!owner) await writeOwner(db, { userId, email, workspaceId: current.workspaceId });
    trying = createTrying(options.fetch, { now, later });
    const meter = createMeter(trying.fetch);
    const moved: Moved = { pushed: 0, pulled: 0 };
    const began = now();
    let told = began;
    let hasTold = false;
    let telling: Promise<unknown> | undefined;
    const { fetch, isAsking } = untilAsked(meter.fetch);
    const exchanging = exchange(
      {
        store,
        pace,
        poison,
        push,
        onProgress({ pushed, pulled }) {
          moved.pushed += pushed;
          moved.pulled += pulled;
          if (pushed + pulled === 0) return;
          options.onStep?.(pushed > 0 ? "pushed" : "pulled");
          const isLong = !hasTold && pulled >= LIMITS.firstPageRows;
          if (!isLong && now() - told < TELL_EVERY_MS) return;
          hasTold = true;
          told = now();
          // Nothing waits for a screen to hear of it.
          telling = tell({});
          telling.catch(() => undefined);
        },
      },
      createSyncApi(current, fetch),
    ).catch((error: unknown) => error ?? new AppError("server-error"));
    // Not before something is on its way: writing it would hold up what is read for that.
    const saying = Promise.race([isAsking, exchanging]).then(() => tell({ phase: "syncing" }));
    saying.catch(() => undefined);
    const outcome = await exchanging;
    trying.end();
    trying = undefined;
    await saying;
    await telling;
    const at = new Date(began).toISOString();
    const round = { at, ms: now() - began, ...meter.traffic, ...moved };
    if (!outcome) {
      // They name different tables, so neither waits for the other.
      const kept = keepRound(db, { ...round, outcome: "done" });
      const [status] = await Promise.all([inStep(), kept]);
      return status;
    }
    const status = await failed(outcome, current);
    await keepRound(db, { ...round, outcome: status.error ?? "done" });
    return status;
  }

  async function inStep(): Promise<SyncStatus> {
    isFlowing = true;
    pace.succeeded();
    options.onStep?.("inStep");
    const lastPullAt = new Date(now()).toISOString();
    return tell({ phase: "idle", lastPullAt, error: undefined, nextTryAt: undefined });
  }

  async function signedOut(): Promise<SyncStatus> {
    isFlowing = false;
    const { phase, error } = await readStatus(db);
    // The reason of an ended session stays until a new one begins.
    const kept = phase === "signed-out" ? error : undefined;
    return tell({ phase: "signed-out", error: kept, nextTryAt: undefined });
  }

  async function failed(error: unknown, current: Session): Promise<SyncStatus> {
    isFlowing = false;
    const known = error instanceof AppError ? error : undefined;
    if (known && SIGNED_OUT.has(known.code)) {
      await session.forget(current.token);
      return tell({ phase: "signed-out", error: known.code, nextTryAt: undefined });
    }
    return putOff(known);
  }

  function putOff(known: AppError | undefined): Promise<SyncStatus> {
    const wait = pace.failed(Number(known?.detail.retryAfter ?? 0));
    const nextTryAt = now() + wait;
    callOff?.();
    callOff = later(() => void wake("due"), wait);
    const code = known?.code === "disk-full" ? "no-room-to-sync" : (known?.code ?? "server-error");
    const phase = code === "offline" ? "offline" : "attention";
    return tell({ phase, error: code, nextTryAt });
  }

  /** What came does not fit: it waits at the server, and what was to be sent waits here. */
  function noRoom(error: unknown): Promise<SyncStatus> {
    if (error instanceof AppError && error.code === "disk-full") return putOff(error);
    throw error;
  }

  /**
   * Runs, unless a wait stands in the way; over when there is nothing more to do now. A hint names the
   * sequence the server has come to: one that was pulled already wakes nobody.
   */
  async function wake(reason: Wake = "person", seq?: number): Promise<void> {
    if (running && reason !== "hint") return joinIn(reason);
    const seen = IMPATIENT.has(reason) ? undefined : await look();
    if (seen && seq !== undefined && (seen.since ?? -1) >= seq) return;
    if (running) return joinIn(reason);
    if (seen && mustWait(reason, seen)) return;
    const status = await syncOnce(seen);
    if (!again) return;
    again = false;
    const [wasHinted, wasUrged] = [hinted, urged];
    hinted = false;
    urged = false;
    // Asked for while a try was failing: that was not the try they meant.
    if (wasUrged && status.phase !== "idle") return wake("person");
    if (status.phase === "idle" && (wasHinted || (await readOutlook(db)).hasWaiting))
      await wake("alarm");
  }

  /** Both at once: one after the other, the disk would be waited for twice. */
  async function look(): Promise<Seen> {
    if (running || !isFlowing) return readOutlook(db);
    const push = store.nextPush(pace.limits());
    // Whoever needs it hears of its failure.
    push.catch(() => undefined);
    return { ...(await readOutlook(db)), push };
  }

  /** The round under way may have begun before whatever this is about. */
  function joinIn(reason: Wake): void {
    again = true;
    hinted ||= reason === "hint";
    if (reason !== "person" && reason !== "online") return;
    urged = true;
    trying?.hurry();
  }

  function mustWait(reason: Wake, { hasWaiting, nextTryAt }: Outlook): boolean {
    if (reason === "write" && !hasWaiting) return true;
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
