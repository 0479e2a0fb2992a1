import type { PushAnswer } from "@/lib/sync/change";
import { ApiError } from "./api-error";
import type { Database, Statement } from "./database";
import { createLanes } from "./lanes";
import { decideInTurn, type PushOrder, type Verdict } from "./push";
import { pushesTo, type Change, type Standing } from "./pushes-repository";
import { createTurns } from "./turns";

/** A group holds at most this many pushes, and this many changed rows unless one push alone has more. */
const GROUP_PUSHES = 100;
const GROUP_MUTATIONS = 2000;
/** Two writers that keep meeting part ways after pauses drawn at random. */
const TRIES = 8;
const PAUSE_MS = 20;
/** Longer than the calls of a group may take, so that one that never ends holds up nobody for good. */
const PATIENCE_MS = 25_000;
/** How long a push sent ahead that overtook the one before it waits for that one. */
const OVERTAKEN_MS = 500;

type Waiting = {
  order: PushOrder;
  attempt: number;
  answer: (answer: PushAnswer) => void;
  fail: (error: unknown) => void;
  /** Has waited for the one before it, which may never come. */
  hasWaited?: boolean;
};
/** The pushes of a group to one workspace. They are written together or not at all. */
type Unit = { workspaceId: string; waiting: Waiting[] };
type Decided = Unit & { before: Standing; change: Change; verdicts: Verdict[] };

/**
 * Pushes to the workspaces of one database, written in groups: while one group is under way the next gathers.
 * A group costs two round trips, however many it holds. Each workspace keeps a condition of its own in the
 * batch, so one that another writer has overtaken is decided again and disturbs nobody else.
 */
export function createGroupCommit(database: Database, now: () => number) {
  const turns = createTurns<Waiting>({
    keyOf: ({ order }) => order.workspaceId,
    weightOf: ({ order }) => order.body.muts.length,
  });
  const lanes = createLanes(1, PATIENCE_MS);
  /** By device: a push sent ahead that arrived before the one before it. */
  const early = new Map<string, () => void>();

  function next(): void {
    void lanes.run("", async () => {
      const group = turns.take(GROUP_PUSHES, GROUP_MUTATIONS);
      if (group.length === 0) return;
      await commit(group).catch((error: unknown) => failAll(group, error));
    });
  }

  async function commit(group: Waiting[]): Promise<void> {
    const at = now();
    const decided: Decided[] = [];
    for (const { unit, before } of await read(group)) {
      const orders = unit.waiting.map(({ order }) => order);
      const { change, verdicts } = decideInTurn(before, orders, at);
      if (change) decided.push({ ...unit, before, change, verdicts });
      else settle(unit.waiting, verdicts);
    }
    if (decided.length > 0) await write(decided, at);
  }

  /** In one batch, as of one moment. */
  async function read(group: Waiting[]): Promise<{ unit: Unit; before: Standing }[]> {
    const units = unitsOf(group);
    const asked = units.map(({ workspaceId, waiting }) =>
      pushesTo(workspaceId).asking(waiting.map(({ order }) => order.body)),
    );
    const results = await database.read(asked.flat());
    const found: { unit: Unit; before: Standing }[] = [];
    let from = 0;
    for (const [index, unit] of units.entries()) {
      const own = results.slice(from, (from += asked[index]?.length ?? 0));
      try {
        found.push({ unit, before: pushesTo(unit.workspaceId).standingIn(own) });
      } catch (error) {
        failAll(unit.waiting, error);
      }
    }
    return found;
  }

  async function write(units: Decided[], at: number): Promise<void> {
    const batches = units.map(({ workspaceId, before, change }): Statement[] =>
      pushesTo(workspaceId).writing(before, change, at),
    );
    const outcomes = await database.write(batches.flat()).catch(async (error: unknown) => {
      // What the engine refuses is refused for one of them alone; what the network loses, for all.
      if (units.length === 1 || !isRefusal(error)) throw error;
      for (const unit of units) {
        await write([unit], at).catch((own: unknown) => failAll(unit.waiting, own));
      }
      return undefined;
    });
    if (!outcomes) return;
    let from = 0;
    for (const [index, unit] of units.entries()) {
      const isWritten = outcomes[from]?.changed === 1;
      from += batches[index]?.length ?? 0;
      if (isWritten) settle(unit.waiting, unit.verdicts);
      else tryAgain(unit.waiting);
    }
  }

  function tryAgain(waiting: Waiting[]): void {
    for (const one of waiting) one.attempt++;
    const [spent, rest] = [
      waiting.filter(({ attempt }) => attempt >= TRIES),
      waiting.filter(({ attempt }) => attempt < TRIES),
    ];
    failAll(spent, new ApiError("conflict"));
    if (rest.length === 0) return;
    const attempt = Math.max(...rest.map((one) => one.attempt));
    setTimeout(
      () => {
        turns.putBack(rest);
        next();
      },
      Math.random() * PAUSE_MS * attempt,
    );
  }

  function settle(waiting: readonly Waiting[], verdicts: readonly Verdict[]): void {
    for (const [index, one] of waiting.entries()) {
      const verdict = verdicts[index];
      if (!verdict || verdict instanceof ApiError) one.fail(verdict);
      else if (!one.hasWaited && isEarly(one.order, verdict)) wait(one);
      else {
        one.answer(verdict);
        early.get(deviceOf(one.order))?.();
      }
    }
  }

  /** Two requests of one device go two ways: on its own, the later one would have to be sent again. */
  function wait(one: Waiting): void {
    const device = deviceOf(one.order);
    early.get(device)?.();
    one.hasWaited = true;
    const goOn = () => {
      clearTimeout(timer);
      if (early.get(device) === goOn) early.delete(device);
      turns.putBack([one]);
      next();
    };
    const timer = setTimeout(goOn, OVERTAKEN_MS);
    early.set(device, goOn);
  }

  return {
    push: (order: PushOrder): Promise<PushAnswer> =>
      new Promise((answer, fail) => {
        turns.add({ order, attempt: 0, answer, fail });
        next();
      }),
  };
}

function unitsOf(group: readonly Waiting[]): Unit[] {
  const units = new Map<string, Unit>();
  for (const one of group) {
    const { workspaceId } = one.order;
    const unit = units.get(workspaceId) ?? { workspaceId, waiting: [] };
    units.set(workspaceId, unit);
    unit.waiting.push(one);
  }
  return [...units.values()];
}

function deviceOf({ workspaceId, body }: PushOrder): string {
  return `${workspaceId}/${body.cid}`;
}

/** Sent ahead of an answer, and here ahead of what that answer is to. */
function isEarly({ body }: PushOrder, { last, epoch }: PushAnswer): boolean {
  return body.ahead === true && last < body.from - 1 && (body.epoch ?? epoch) === epoch;
}

function failAll(waiting: readonly Waiting[], error: unknown): void {
  for (const { fail } of waiting) fail(error);
}

/** The engine's own word, as against a call that was lost on its way. */
function isRefusal(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === "string" && code.startsWith("SQLITE_");
}
