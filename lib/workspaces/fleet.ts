import type { createLoop, Loop, LoopOptions, Wake } from "@/lib/cloud/loop";
import type { CloudSession, CloudStorage, Session } from "@/lib/cloud/session";
import { readStatus, type SyncStatus } from "@/lib/cloud/status";
import type { Teams } from "@/lib/cloud/teams";
import { PERSONAL } from "@/lib/platform/chosen-workspace";
import type { RapportDb } from "@/lib/data/db";
import { AppError } from "@/lib/platform/app-error";
import { reconcile } from "./reconcile";
import type { KnownTeam, Registry } from "./registry";
import { dropDatabase, keepRole, sweepDatabases } from "./store/databases";
import { resumeMoves } from "./store/move";
import { onStatus } from "./store/on-status";
import { countUnsent, keepDeparted, readUnsent } from "./store/unsent";
import { finishWipe, orderWipe, type Eraser } from "./wipe";

export type FleetOptions = {
  session: Pick<CloudSession, "currentSession" | "forget">;
  teams: Pick<Teams, "list">;
  registry: Registry;
  storage: CloudStorage;
  open: (database: string) => RapportDb;
  loopOf: (options: LoopOptions) => ReturnType<typeof createLoop>;
  eraser: Eraser;
  /** Takes what lay beside a team's database, by its name. */
  eraseTeamTraces: (database: string) => Promise<void>;
  now?: () => number;
};

export type Fleet = ReturnType<typeof createFleet>;

type Ship = { db: RapportDb; loop: Loop; stop?: () => void };

/** How long what the server said of the workspaces holds, by why it would be asked again. */
const FRESH_MS: Partial<Record<Wake, number>> = {
  person: 0,
  session: 0,
  online: 0,
  // Who has just joined a team on the server's page comes back to see it.
  visible: 2000,
};
const FRESH_ENOUGH_MS = 5 * 60_000;

/** One loop per workspace: each has its own database, cursor and outbox, and they go to sea and come home together. */
export function createFleet(options: FleetOptions) {
  const { session, registry, storage, open, loopOf, now = Date.now } = options;
  const ships = new Map<string, Ship>();
  let isStarted = false;
  let askedAt = 0;
  let settling: Promise<void> | undefined;

  const personal = () => launch(PERSONAL, session);

  function launch(database: string, under: LoopOptions["session"]): Ship {
    const held = ships.get(database);
    if (held) return held;
    const db = open(database);
    const onStep: LoopOptions["onStep"] = (step) => {
      if (step === "inStep") void sailAgain(database);
    };
    const loop = loopOf({ db, session: under, onStep });
    const ship: Ship = { db, loop };
    if (isStarted) ship.stop = loop.start();
    ships.set(database, ship);
    return ship;
  }

  /** Where one has reached the server, those who could not a moment ago need not sit out their wait. */
  async function sailAgain(arrived: string): Promise<void> {
    for (const [database, { db, loop }] of ships) {
      if (database === arrived) continue;
      const { phase } = await readStatus(db);
      if (phase === "offline") void loop.wake("online");
    }
  }

  function launchTeam(team: KnownTeam): Ship {
    return launch(team.database, {
      forget: session.forget,
      currentSession: async () => {
        const current = await session.currentSession();
        // Another account's team waits until that account is back.
        return current?.user.id === team.userId ? { ...current, workspaceId: team.id } : undefined;
      },
    });
  }

  /** A hint is about one's own workspace, and names the sequence it has come to. */
  async function wake(reason: Wake = "person", seq?: number): Promise<void> {
    await finishWipe(options);
    const own = personal();
    if (reason === "hint") return own.loop.wake(reason, seq);
    const current = await session.currentSession();
    const sailing = own.loop.wake(reason);
    const isOld = now() - askedAt >= (FRESH_MS[reason] ?? FRESH_ENOUGH_MS);
    if (current && isOld) await refresh(current);
    const teams = (await registry.teams()).map((team) => launchTeam(team).loop.wake(reason));
    await Promise.all([sailing, ...teams]);
    await settleNow();
  }

  /** One at a time: a loop that woke by itself says no less than one that was woken. */
  async function settleNow(): Promise<void> {
    const current = await session.currentSession();
    if (!current) return;
    settling ??= settle(current).finally(() => {
      settling = undefined;
    });
    await settling;
  }

  /** The server says that this workspace has moved: its loop alone looks. */
  async function hint(workspaceId: string, seq: number): Promise<void> {
    const current = await session.currentSession();
    if (current?.workspaceId === workspaceId) return personal().loop.wake("hint", seq);
    const team = (await registry.teams()).find(({ id }) => id === workspaceId);
    if (team) await launchTeam(team).loop.wake("hint", seq);
  }

  /** Which teams there are and as what one is in them. Offline, what was known holds. */
  async function refresh(current: Session): Promise<void> {
    try {
      const said = await options.teams.list();
      askedAt = now();
      const next = reconcile(await registry.teams(), said, current.user.id);
      for (const team of next) await keepRole(open(team.database), team.role);
      await registry.keep(next);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  async function settle(current: Session): Promise<void> {
    for (const team of await registry.teams()) {
      const { error } = await statusOf(team.database);
      if (error === "removed-from-team") await depart(team);
      if (error === "device-wipe") return wipe(current);
    }
    if ((await statusOf(PERSONAL)).error === "device-wipe") await wipe(current);
  }

  function statusOf(database: string): Promise<SyncStatus> {
    return readStatus(open(database));
  }

  /** Its rows leave this device. What had not been sent is kept apart first, so that nothing goes unseen. */
  async function depart(team: KnownTeam): Promise<void> {
    const { db, loop, stop } = launchTeam(team);
    stop?.();
    // A round under way ends before its database does.
    await loop.syncOnce();
    const { id, name, database } = team;
    const at = new Date(now()).toISOString();
    await keepDeparted({ id, name, at, edits: await readUnsent(db) }, open(PERSONAL));
    ships.delete(database);
    if ((await registry.chosen()) === database) await registry.choose(PERSONAL);
    await registry.keep((await registry.teams()).filter((one) => one.id !== id));
    await dropDatabase(db);
    await options.eraseTeamTraces(database);
  }

  /** Everything that may still be sent is sent, then all of it goes. */
  async function wipe({ server, token }: Session): Promise<void> {
    for (const { loop } of ships.values()) await loop.syncOnce();
    const counts = await Promise.all([...ships.values()].map(({ db }) => countUnsent(db)));
    const unsent = counts.reduce((sum, count) => sum + count, 0);
    await orderWipe(storage, { server, token, unsent });
    for (const [database, { stop }] of ships) {
      if (database === PERSONAL) continue;
      stop?.();
      ships.delete(database);
    }
    await finishWipe(options);
  }

  async function start(): Promise<void> {
    isStarted = true;
    const own = personal();
    own.stop ??= own.loop.start();
    onStatus(settleNow);
    for (const team of await registry.teams()) launchTeam(team);
    const teams = (await registry.teams()).map(({ database }) => database);
    for (const database of [PERSONAL, ...teams]) await resumeMoves(open(database), open);
    await sweepDatabases(teams);
    await wake("alarm");
  }

  return { start, wake, hint };
}
